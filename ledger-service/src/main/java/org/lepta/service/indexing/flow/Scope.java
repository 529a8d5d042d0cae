package org.lepta.service.indexing.flow;

import java.util.List;
import java.util.Locale;

/**
 * Whose money a sum is of.
 *
 * @param id of the fund or the owner; empty for the ledger
 */
public record Scope(Kind kind, String id) {

  /** What a scope holds. */
  public enum Kind {
    FUND,
    /** All funds of one organisation. */
    OWNER,
    LEDGER
  }

  /** All funds of the ledger. */
  public static final Scope LEDGER = new Scope(Kind.LEDGER, "");

  public static Scope fund(String id) {
    return new Scope(Kind.FUND, id);
  }

  /** All funds of one organisation. */
  public static Scope owner(String organisation) {
    return new Scope(Kind.OWNER, organisation);
  }

  /** As rows hold it: {@code fund:} or {@code owner:} with its id, or {@code all}. */
  public String key() {
    return kind == Kind.LEDGER ? "all" : kind.name().toLowerCase(Locale.ROOT) + ':' + id;
  }

  /** Every scope in which an entry of this fund counts. */
  static List<Scope> of(String fund, String owner) {
    return List.of(fund(fund), owner(owner), LEDGER);
  }
}
