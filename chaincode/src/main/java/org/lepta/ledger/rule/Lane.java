package org.lepta.ledger.rule;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lepta.ledger.entry.Approval;
import org.lepta.ledger.entry.Assessment;
import org.lepta.ledger.entry.Confirmation;
import org.lepta.ledger.entry.Device;
import org.lepta.ledger.entry.Entry;
import org.lepta.ledger.entry.Flow;
import org.lepta.ledger.entry.FundMode;
import org.lepta.ledger.entry.Note;
import org.lepta.ledger.entry.Organisation;
import org.lepta.ledger.entry.PeriodClose;
import org.lepta.ledger.entry.Registration;

/**
 * One lane transaction of one organisation: seals its batches, then takes entries one after the
 * other, each seeing what the ones before it did. A refused entry leaves no trace and loses no
 * neighbour. Pure: reads through a {@link StateReader}, collects writes. Not thread-safe.
 */
public final class Lane {

  /** Most batches one transaction seals. */
  public static final int MAX_SEALS = 500;

  /** Most entries one transaction takes. */
  public static final int MAX_ENTRIES = 1_000;

  private final WorkingState state;
  private final Epochs epochs;
  private final String organisation;
  private final Instant time;
  private final List<Entry> accepted = new ArrayList<>();

  /**
   * Begins a lane transaction.
   *
   * @param committed the state before the transaction
   * @param organisation the member that signed it
   * @param time the transaction's own timestamp, the only clock there is
   */
  public Lane(StateReader committed, String organisation, Instant time) {
    this.state = new WorkingState(committed);
    this.epochs = new Epochs(committed);
    this.organisation = organisation;
    this.time = time;
  }

  /** The entries that were taken, in order. */
  public List<Entry> accepted() {
    return List.copyOf(accepted);
  }

  /** The state with everything taken so far. */
  public WorkingState state() {
    return state;
  }

  /** The managed funds whose balances were written, in the order of their keys. */
  public List<String> touchedFunds() {
    return state.writes().keySet().stream()
        .filter(key -> StateKeys.typeOf(key).equals(StateKeys.BALANCE))
        .map(StateKeys::attributeOf)
        .toList();
  }

  /** How far the lane came before this transaction. */
  public LaneState progress() {
    return state.find(StateKeys.lane(organisation), LaneState.class).orElseGet(LaneState::start);
  }

  /**
   * Adds the sums of the next batches to the balances of the funds they touch.
   *
   * @param upTo number of the last batch to seal; at or below what is sealed, nothing happens
   * @throws RefusedException with SEAL_GAP if a batch is missing, or REQUEST_TOO_LARGE
   */
  public void seal(long upTo) {
    LaneState lane = progress();
    Require.that(upTo - lane.sealedUpTo() <= MAX_SEALS, Code.REQUEST_TOO_LARGE, "sealTo");
    for (long number = lane.sealedUpTo() + 1; number <= upTo; number++) {
      BatchSums sums =
          state
              .find(StateKeys.sums(organisation, number), BatchSums.class)
              .orElseThrow(() -> new RefusedException(Code.SEAL_GAP, "sealTo"));
      for (BatchSums.FundSum sum : sums.sums()) {
        String key = StateKeys.balance(sum.fund());
        FundBalances balances = state.find(key, FundBalances.class).orElseGet(FundBalances::empty);
        state.put(key, balances.plusFree(sum.unit(), sum.free()));
      }
    }
    if (upTo > lane.sealedUpTo()) {
      state.put(StateKeys.lane(organisation), new LaneState(lane.number(), upTo));
    }
  }

  /**
   * Takes entries in order; halves of a transfer are taken or refused together.
   *
   * @return one result per entry
   */
  public List<Result> take(List<Entry> entries) {
    List<Result> results = new ArrayList<>();
    for (int i = 0; i < entries.size(); i++) {
      boolean paired =
          i + 1 < entries.size() && Transfers.isPair(entries.get(i), entries.get(i + 1));
      List<Entry> together = entries.subList(i, paired ? i + 2 : i + 1);
      results.addAll(takeTogether(together));
      i += together.size() - 1;
    }
    return results;
  }

  private List<Result> takeTogether(List<Entry> together) {
    WorkingState over = new WorkingState(state);
    List<Result> results = new ArrayList<>();
    try {
      for (Entry entry : together) {
        results.add(admit(over, entry));
      }
      Transfers.requirePaired(together, results);
      for (int i = 0; i < together.size(); i++) {
        if (results.get(i) instanceof Result.Recorded) {
          apply(over, together.get(i));
          over.put(recordedKey(over, together.get(i)), Recorded.content(together.get(i)));
        }
      }
    } catch (RefusedException e) {
      return together.stream().<Result>map(entry -> Result.Refused.of(e)).toList();
    }
    state.adopt(over);
    for (int i = 0; i < together.size(); i++) {
      if (results.get(i) instanceof Result.Recorded) {
        accepted.add(together.get(i));
      }
    }
    return results;
  }

  /** Whether the entry may stand in this lane, and is new or says the same as before. */
  private Result admit(WorkingState over, Entry entry) {
    EntryChecks.check(entry);
    switch (entry.body()) {
      case Registration registration ->
          new RegistrationRules(over, organisation, epochs).requireAllowed(entry, registration);
      case Flow flow -> FundRules.requireLane(over, organisation, entry, flow);
      case Note note -> requireNote(over, note);
      case PeriodClose close -> throw new RefusedException(Code.KIND_NOT_YET, "kind");
    }
    epochs.requireMoved(entry);
    Optional<Entry> first = over.findEntry(recordedKey(over, entry));
    if (first.isEmpty()) {
      return new Result.Recorded();
    }
    Recorded.requireSame(first.get(), entry);
    return new Result.Repeated();
  }

  /**
   * An organisation that somebody else registered may still say its own word about itself, so that
   * its name is its own; not in the first rules version.
   */
  private String recordedKey(WorkingState over, Entry entry) {
    String key = Recorded.key(entry);
    boolean own =
        entry.body() instanceof Organisation
            && entry.id().equals(organisation)
            && entry.header().statedBy().equals(organisation);
    boolean byAnother =
        own
            && over.findEntry(key)
                .map(first -> !first.header().statedBy().equals(organisation))
                .orElse(false);
    return byAnother && epochs.inForce().isSecond() ? Recorded.ownKey(entry) : key;
  }

  private void requireNote(WorkingState over, Note note) {
    Require.that(
        Placement.of(note, FundMode.MANAGED) == Placement.LANE, Code.WRONG_TRANSACTION, "kind");
    switch (note) {
      case Device n ->
          Require.that(n.organisation().equals(organisation), Code.NOT_ENTITLED, "organisation");
      case Approval n -> FundRules.requireOwner(over, organisation, n.fund());
      case Confirmation n -> FundRules.requireOwner(over, organisation, n.fund());
      case Assessment n -> FundRules.requireOwner(over, organisation, String.valueOf(n.fund()));
      default -> throw new RefusedException(Code.WRONG_TRANSACTION, "kind");
    }
  }

  private void apply(WorkingState over, Entry entry) {
    switch (entry.body()) {
      case Registration registration ->
          new RegistrationRules(over, organisation, epochs).apply(entry, registration);
      case Flow flow -> new FlowRules(over, time).apply(entry, flow);
      case Approval n -> ApprovalRules.apply(over, n);
      case Confirmation n -> TrancheRules.confirmed(over, n);
      case Assessment n -> TrancheRules.assessed(over, n);
      default -> {}
    }
  }
}
