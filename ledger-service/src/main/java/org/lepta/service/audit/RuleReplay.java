package org.lepta.service.audit;

import static org.lepta.service.audit.DifferenceException.require;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.lepta.ledger.codec.Packed;
import org.lepta.ledger.codec.RecordCodec;
import org.lepta.ledger.entry.Entry;
import org.lepta.ledger.entry.Genesis;
import org.lepta.ledger.entry.Hash;
import org.lepta.ledger.rule.Batch;
import org.lepta.ledger.rule.BatchSums;
import org.lepta.ledger.rule.Code;
import org.lepta.ledger.rule.Lane;
import org.lepta.ledger.rule.LaneState;
import org.lepta.ledger.rule.Members;
import org.lepta.ledger.rule.MembersState;
import org.lepta.ledger.rule.RefusedException;
import org.lepta.ledger.rule.Result;
import org.lepta.ledger.rule.StateKeys;
import org.lepta.ledger.rule.WorkingState;

/**
 * Runs the chaincode's own rules over what the log says was recorded. Keeps the world state in
 * memory: funds, grants, releases, approvals, devices, and what went through lanes; nothing of
 * batches but the sums that are not yet sealed. Not thread-safe.
 */
final class RuleReplay {

  private static final Hash NO_REQUEST = new Hash("0".repeat(64));

  private final Map<String, byte[]> state = new HashMap<>();
  private final Map<String, TreeMap<Long, BatchSums>> unsealed = new HashMap<>();
  private final Map<String, Long> sealedUpTo = new HashMap<>();
  private long decisions;

  void check(AuditedTransaction t) throws DifferenceException {
    try {
      switch (t.through()) {
        case START -> start(t);
        case BATCH -> batch(t);
        case LANE -> lane(t);
      }
    } catch (RefusedException e) {
      throw refused(t.first(), t.entries().getFirst(), e.code(), e.detail());
    }
  }

  private static DifferenceException refused(long leaf, Entry entry, Code code, String detail) {
    return new DifferenceException(
        new Difference(
            Check.RULE,
            leaf,
            code,
            "%s: the rules refuse it by %s: %s".formatted(entry.qualifiedId(), code, detail)));
  }

  private void start(AuditedTransaction t) throws DifferenceException {
    Entry entry = t.entries().getFirst();
    require(t.leaves().size() == 1 && t.first() == 0, Check.ORDER, t.first(), "starts once only");
    String msp = entry.body() instanceof Genesis genesis ? genesis.msp() : "";
    WorkingState after = new WorkingState(state::get);
    Members.start(after, entry, msp);
    Packed packed = new Packed(t.organisation(), 0, NO_REQUEST, null, List.of(entry), List.of());
    after.put(StateKeys.started(), packed.encode());
    state.putAll(after.writes());
  }

  private void batch(AuditedTransaction t) throws DifferenceException {
    requireMember(t);
    long number = t.head().orgSeq();
    require(
        number > sealedUpTo.getOrDefault(t.organisation(), 0L),
        Check.SEALED,
        t.first(),
        "batch %d of %s was sealed before it was there".formatted(number, t.organisation()));
    Batch batch = new Batch(state::get, t.organisation());
    List<Entry> entries = t.entries();
    for (int i = 0; i < entries.size(); i++) {
      requireRecorded(t.first() + i, entries.get(i), batch.take(entries.get(i)));
    }
    BatchSums sums = batch.sums();
    if (!sums.sums().isEmpty()) {
      unsealed.computeIfAbsent(t.organisation(), o -> new TreeMap<>()).put(number, sums);
    }
  }

  private void lane(AuditedTransaction t) throws DifferenceException {
    requireMember(t);
    seal(t);
    Lane lane = new Lane(state::get, t.organisation(), t.time());
    List<Entry> entries = t.entries();
    List<Result> results = lane.take(entries);
    for (int i = 0; i < entries.size(); i++) {
      requireRecorded(t.first() + i, entries.get(i), results.get(i));
    }
    decisions += entries.size();
    state.putAll(lane.state().writes());
  }

  /** In the first version leaves do not tell what was sealed: everything recorded before counts. */
  private void seal(AuditedTransaction t) throws DifferenceException {
    String organisation = t.organisation();
    Long told = t.head().sealedUpTo();
    long before = sealedUpTo.getOrDefault(organisation, 0L);
    require(!t.isSecond() || told != null, Check.SEALED, t.first(), "does not say what is sealed");
    require(
        told == null || told >= before,
        Check.SEALED,
        t.first(),
        "says sealed up to %d after %d".formatted(told, before));
    TreeMap<Long, BatchSums> waiting = unsealed.getOrDefault(organisation, new TreeMap<>());
    Map.Entry<Long, BatchSums> next = waiting.firstEntry();
    while (next != null && (told == null || next.getKey() <= told)) {
      sealOne(organisation, next.getKey(), next.getValue(), t);
      waiting.pollFirstEntry();
      next = waiting.firstEntry();
    }
    if (told != null) {
      sealedUpTo.put(organisation, told);
    }
  }

  private void sealOne(String organisation, long number, BatchSums sums, AuditedTransaction t) {
    String key = StateKeys.sums(organisation, number);
    state.put(StateKeys.lane(organisation), RecordCodec.encode(new LaneState(0, number - 1)));
    state.put(key, RecordCodec.encode(sums));
    Lane lane = new Lane(state::get, organisation, t.time());
    lane.seal(number);
    state.putAll(lane.state().writes());
    state.remove(key);
  }

  private void requireMember(AuditedTransaction t) throws DifferenceException {
    boolean member =
        Members.of(new WorkingState(state::get)).members().stream()
            .map(MembersState.MemberState::organisation)
            .anyMatch(t.organisation()::equals);
    if (!member) {
      throw refused(t.first(), t.entries().getFirst(), Code.NOT_A_MEMBER, "recordedBy");
    }
  }

  private static void requireRecorded(long leaf, Entry entry, Result result)
      throws DifferenceException {
    switch (result) {
      case Result.Recorded taken -> {}
      case Result.Repeated again ->
          throw new DifferenceException(
              new Difference(
                  Check.RULE,
                  leaf,
                  Code.EXISTS_WITH_OTHER_CONTENT,
                  entry.qualifiedId() + ": the rules take it for a repeat and record nothing"));
      case Result.Refused no -> throw refused(leaf, entry, no.code(), no.detail());
    }
  }

  /** Entries of lanes that the rules took. */
  long decisions() {
    return decisions;
  }

  /** Keys of the world state in memory. */
  int keys() {
    return state.size();
  }
}
