package org.lepta.ledger.entry;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The accounts of one fund (docs/reference/postings section 2). */
public enum Account {
  FREE("F:free"),
  COMMITTED("F:committed"),
  RELEASED("F:released"),
  /** What a grant's grantee holds; payments under no known grant go to the grant "none". */
  HELD("G:held"),
  OPENING("X:opening"),
  DONORS("X:donors"),
  LEDGER("X:ledger"),
  INCOME("X:income"),
  FX("X:fx"),
  SUBGRANT("X:subgrant"),
  SPENT_PROGRAMME("X:spent(programme)"),
  SPENT_RUNNING("X:spent(running)"),
  SPENT_FUNDRAISING("X:spent(fundraising)"),
  SPENT_FEE("X:spent(fee)");

  private static final Map<String, Account> BY_LABEL =
      Arrays.stream(values())
          .collect(
              Collectors.toMap(Account::label, Function.identity(), (a, b) -> a, TreeMap::new));

  private final String label;

  Account(String label) {
    this.label = label;
  }

  /** The name in leaves. */
  public String label() {
    return label;
  }

  /** Whether it is one of the fund's own accounts, whose balances a leaf carries. */
  public boolean isInside() {
    return !label.startsWith("X:");
  }

  /**
   * The account of a name in leaves.
   *
   * @throws IllegalArgumentException if there is no such account
   */
  public static Account ofLabel(String label) {
    Account account = BY_LABEL.get(label);
    if (account == null) {
      throw new IllegalArgumentException("no such account");
    }
    return account;
  }

  /** The account of what was spent for a class. */
  public static Account spent(SpendClass spendClass) {
    return switch (spendClass) {
      case PROGRAMME -> SPENT_PROGRAMME;
      case RUNNING -> SPENT_RUNNING;
      case FUNDRAISING -> SPENT_FUNDRAISING;
      case FEE -> SPENT_FEE;
    };
  }
}
