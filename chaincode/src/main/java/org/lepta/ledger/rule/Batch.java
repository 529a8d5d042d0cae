package org.lepta.ledger.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.lepta.ledger.entry.Confirmation;
import org.lepta.ledger.entry.Correction;
import org.lepta.ledger.entry.Entry;
import org.lepta.ledger.entry.Flow;
import org.lepta.ledger.entry.Fund;
import org.lepta.ledger.entry.FundMode;
import org.lepta.ledger.entry.Note;
import org.lepta.ledger.entry.Outcome;
import org.lepta.ledger.entry.PeriodClose;
import org.lepta.ledger.entry.Registration;
import org.lepta.ledger.entry.Report;

/**
 * One batch of one organisation: notes, everything of reported funds, and facts that raise a
 * managed fund. Reads only what never changes (the cards of funds), so it conflicts with nothing. A
 * refused entry loses no neighbour. Pure; not thread-safe.
 */
public final class Batch {

  /** Most entries one batch takes. */
  public static final int MAX_ENTRIES = 1_000;

  private final WorkingState state;
  private final String organisation;
  private final Map<String, Fund> funds = new TreeMap<>();
  private final Map<String, Entry> seen = new TreeMap<>();
  private final List<Entry> accepted = new ArrayList<>();
  private final BatchSums.Builder sums = new BatchSums.Builder();

  public Batch(StateReader committed, String organisation) {
    this.state = new WorkingState(committed);
    this.organisation = organisation;
  }

  /** The entries that were taken, in order. */
  public List<Entry> accepted() {
    return List.copyOf(accepted);
  }

  /** What the taken entries add to the free balances of managed funds. */
  public BatchSums sums() {
    return sums.build();
  }

  /** Takes one entry or says why not. */
  public Result take(Entry entry) {
    try {
      EntryChecks.check(entry);
      requirePlace(entry);
      Entry first = seen.putIfAbsent(identity(entry), entry);
      if (first != null) {
        Recorded.requireSame(first, entry);
        return new Result.Repeated();
      }
      addSums(entry);
      accepted.add(entry);
      return new Result.Recorded();
    } catch (RefusedException e) {
      return Result.Refused.of(e);
    }
  }

  private static String identity(Entry entry) {
    return StateKeys.recorded(entry.kind(), entry.header().statedBy(), entry.id());
  }

  private void requirePlace(Entry entry) {
    switch (entry.body()) {
      case Registration r -> throw new RefusedException(Code.WRONG_TRANSACTION, "kind");
      case PeriodClose p -> throw new RefusedException(Code.KIND_NOT_YET, "kind");
      case Note note -> {
        Require.that(
            Placement.of(note, FundMode.MANAGED) == Placement.BATCH,
            Code.WRONG_TRANSACTION,
            "kind");
        requireFundOf(note);
      }
      case Flow flow -> {
        Fund fund = fund(flow.fund());
        FundRules.requireBatch(organisation, fund, flow);
        requireTarget(fund, flow);
      }
    }
  }

  private void requireFundOf(Note note) {
    switch (note) {
      case Confirmation n -> fund(n.fund());
      case Report n -> fund(n.fund());
      case Outcome n -> fund(n.fund());
      default -> {}
    }
  }

  private static void requireTarget(Fund fund, Flow flow) {
    Require.that(
        fund.mode() == FundMode.REPORTED
            || !(flow instanceof Correction correction)
            || correction.target() != null,
        Code.TARGET_UNKNOWN,
        "target");
  }

  private Fund fund(String id) {
    Fund known = funds.get(id);
    if (known == null) {
      known = FundRules.get(state, id);
      funds.put(id, known);
    }
    return known;
  }

  private void addSums(Entry entry) {
    if (entry.body() instanceof Flow flow && fund(flow.fund()).mode() == FundMode.MANAGED) {
      sums.add(flow.fund(), Postings.of(flow, FundMode.MANAGED));
    }
  }
}
