package org.lepta.service.indexing.matching;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lepta.ledger.entry.Correction;
import org.lepta.ledger.entry.Disbursement;
import org.lepta.ledger.entry.Donation;
import org.lepta.ledger.entry.Entry;
import org.lepta.ledger.entry.Flow;
import org.lepta.ledger.entry.Kind;
import org.lepta.ledger.entry.Party;
import org.lepta.ledger.entry.PassOn;
import org.lepta.service.indexing.IndexedEntry;

/** Reads what an entry states of money between two funds. */
final class StatementLines {

  private StatementLines() {}

  /**
   * What a correction takes from an earlier line.
   *
   * @param amount in ten-thousandths of a unit
   */
  record Change(long leaf, String fund, Kind kind, String id, long amount) {}

  /** The line of an entry; a correction that names no target is one of its own. */
  static Optional<StatementLine> line(IndexedEntry indexed) {
    if (!indexed.hasEffect() || indexed.fund() == null) {
      return Optional.empty();
    }
    Entry entry = indexed.entry();
    Correction untargeted = entry.body() instanceof Correction c && c.target() == null ? c : null;
    boolean reversed = untargeted != null;
    Flow flow = untargeted == null ? flow(entry) : untargeted.reverses();
    String owner = indexed.fund().owner();
    return switch (flow) {
      case Disbursement d ->
          Optional.of(line(indexed, d, reversed, true, d.toFund(), org(d.receiver(), owner), null));
      case PassOn p when p.toFund() != null ->
          Optional.of(line(indexed, p, reversed, true, p.toFund(), null, entry.id()));
      case Donation d when d.from() != null ->
          Optional.of(line(indexed, d, reversed, false, d.fromFund(), null, d.from()));
      case Donation d when !isPersonal(d) ->
          Optional.of(line(indexed, d, reversed, false, d.fromFund(), org(d.donor(), owner), null));
      case null, default -> Optional.empty();
    };
  }

  /** What a correction takes from the line of the entry that it names. */
  static Optional<Change> change(IndexedEntry indexed) {
    return indexed.hasEffect()
            && indexed.entry().body() instanceof Correction c
            && c.target() != null
            && isStatement(c.reverses())
        ? Optional.of(
            new Change(
                indexed.index(),
                c.fund(),
                Kind.of(c.reverses()),
                c.target(),
                c.amount().tenThousandths()))
        : Optional.empty();
  }

  private static boolean isStatement(Flow flow) {
    return flow instanceof Disbursement || flow instanceof Donation || flow instanceof PassOn;
  }

  private static @Nullable Flow flow(Entry entry) {
    return entry.body() instanceof Flow flow ? flow : null;
  }

  /** A gift of a person, who is no fund here. */
  private static boolean isPersonal(Donation donation) {
    return donation.donor() != null
        && donation.donor().org() == null
        && donation.fromFund() == null;
  }

  /** Who names itself does not say who the other side is. */
  private static @Nullable String org(@Nullable Party party, String owner) {
    return party == null || owner.equals(party.org()) ? null : party.org();
  }

  private static StatementLine line(
      IndexedEntry indexed,
      Flow flow,
      boolean reversed,
      boolean gives,
      @Nullable String namedFund,
      @Nullable String namedOrg,
      @Nullable String link) {
    long amount = flow.amount().tenThousandths();
    String otherFund = flow.fund().equals(namedFund) ? null : namedFund;
    return new StatementLine(
        indexed.index(),
        gives,
        flow.fund(),
        indexed.fund() == null ? "" : indexed.fund().owner(),
        flow.unit().code(),
        reversed ? -amount : amount,
        indexed.entry().header().happenedOn(),
        otherFund,
        namedOrg,
        link,
        link == null && (otherFund != null || (namedOrg != null && !isManaged(indexed))),
        true);
  }

  /** A fund kept here links its payments by id or has them confirmed; it leaves nothing to sums. */
  private static boolean isManaged(IndexedEntry indexed) {
    return indexed.fund() != null && indexed.fund().isManaged();
  }
}
