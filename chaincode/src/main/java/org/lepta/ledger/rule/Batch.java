package org.lepta.ledger.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.lepta.ledger.entry.Assessment;
import org.lepta.ledger.entry.Attestation;
import org.lepta.ledger.entry.Confirmation;
import org.lepta.ledger.entry.Draw;
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
  private final Epochs epochs;
  private final String organisation;
  private final Map<String, Optional<Fund>> funds = new TreeMap<>();
  private final Map<String, Entry> seen = new TreeMap<>();
  private final List<Entry> accepted = new ArrayList<>();
  private final BatchSums.Builder sums = new BatchSums.Builder();

  public Batch(StateReader committed, String organisation) {
    this.state = new WorkingState(committed);
    this.epochs = new Epochs(committed);
    this.organisation = organisation;
  }

  /** Whose batch it is. */
  public String organisation() {
    return organisation;
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
      epochs.requireMoved(entry);
      String identity = identity(entry);
      Entry first = seen.get(identity);
      if (first != null) {
        Recorded.requireSame(first, entry);
        return new Result.Repeated();
      }
      // Only what was added up without overflow is in the batch.
      addSums(entry);
      seen.put(identity, entry);
      accepted.add(entry);
      return new Result.Recorded();
    } catch (RefusedException e) {
      return Result.Refused.of(e);
    }
  }

  private static String identity(Entry entry) {
    return StateKeys.recorded(entry.kind(), entry.header().statedBy(), entry.id());
  }

  /** What these entries of one batch answer when they are sent again: whether each repeats. */
  public static List<Boolean> repeats(List<Entry> entries) {
    TreeSet<String> seen = new TreeSet<>();
    return entries.stream().map(entry -> !seen.add(identity(entry))).toList();
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
        FundRules.requireBatch(organisation, fund(flow.fund()), flow);
      }
    }
  }

  private void requireFundOf(Note note) {
    switch (note) {
      case Confirmation n -> requireFund(n.fund());
      case Report n -> requireFund(n.fund());
      case Outcome n -> requireFund(n.fund());
      case Assessment n -> requireFund(n.fund());
      case Draw n -> requireFund(n.fund());
      case Attestation n -> {
        Require.that(epochs.inForce().isSecond(), Code.KIND_NOT_YET, "kind");
        requireFund(n.fund());
      }
      default -> {}
    }
  }

  private void requireFund(@Nullable String id) {
    Require.that(id == null || fund(id).isPresent(), Code.FUND_UNKNOWN, "fund");
  }

  private Optional<Fund> fund(String id) {
    return funds.computeIfAbsent(id, key -> FundRules.find(state, key));
  }

  private void addSums(Entry entry) {
    if (entry.body() instanceof Flow flow
        && fund(flow.fund()).map(Fund::mode).orElseThrow() == FundMode.MANAGED) {
      sums.add(flow.fund(), Postings.of(flow, FundMode.MANAGED));
    }
  }
}
