package org.lepta.service.audit;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lepta.ledger.codec.LeafCodec;
import org.lepta.ledger.codec.Packed;
import org.lepta.ledger.codec.RecordCodec;
import org.lepta.ledger.entry.Entry;
import org.lepta.ledger.entry.Flow;
import org.lepta.ledger.entry.Genesis;
import org.lepta.ledger.entry.Hash;
import org.lepta.ledger.entry.Leaf;
import org.lepta.ledger.entry.Member;
import org.lepta.ledger.entry.Through;
import org.lepta.ledger.rule.Batch;
import org.lepta.ledger.rule.Lane;
import org.lepta.ledger.rule.LaneState;
import org.lepta.ledger.rule.Members;
import org.lepta.ledger.rule.Result;
import org.lepta.ledger.rule.StateKeys;
import org.lepta.ledger.rule.WorkingState;
import org.lepta.service.indexing.LeafBuilder;
import org.lepta.service.indexing.LeafState;
import org.lepta.service.indexing.RecordedTransaction;
import org.lepta.service.kernel.Identity;

/**
 * The chaincode's rules over a map and the leaves that come of them, a block per transaction; also
 * what a chaincode would record that ignores its rules.
 */
final class AuditLedger {

  private static final Hash REQUEST = new Hash("0".repeat(64));

  final List<Leaf> leaves = new ArrayList<>();
  LocalDate today = LocalDate.of(2026, 3, 1);
  private final TreeMap<String, byte[]> state = new TreeMap<>();
  private final Map<Identity, Long> recorded = new HashMap<>();
  private final LeafBuilder builder = new LeafBuilder(LeafState.start(recorded::putIfAbsent));
  private final Map<String, Long> batches = new TreeMap<>();
  private final Map<String, String> msps = new TreeMap<>();
  private long block;

  static AuditLedger started(Entry genesis) {
    AuditLedger ledger = new AuditLedger();
    WorkingState after = new WorkingState(ledger.state::get);
    Genesis body = (Genesis) genesis.body();
    Members.start(after, genesis, body.msp());
    after.put(
        StateKeys.started(),
        new Packed(body.organisation(), 0, REQUEST, null, List.of(genesis), List.of()).encode());
    ledger.state.putAll(after.writes());
    ledger.msps.put(body.organisation(), body.msp());
    ledger.add(body.organisation(), Through.START, 0, null, List.of(genesis));
    return ledger;
  }

  /** Records a batch and returns what was refused. */
  List<Result> record(String organisation, List<Entry> entries) {
    Batch batch = new Batch(state::get, organisation);
    List<Result> results = entries.stream().map(batch::take).toList();
    if (!batch.accepted().isEmpty()) {
      long number = batches.merge(organisation, 1L, Long::sum);
      state.put(StateKeys.sums(organisation, number), RecordCodec.encode(batch.sums()));
      add(organisation, Through.BATCH, number, null, batch.accepted());
    }
    return results;
  }

  /** Runs a lane transaction that seals everything recorded so far. */
  List<Result> decide(String organisation, List<Entry> entries) {
    Lane lane = new Lane(state::get, organisation, today.atTime(12, 0).toInstant(ZoneOffset.UTC));
    lane.seal(batches.getOrDefault(organisation, 0L));
    List<Result> results = lane.take(entries);
    if (!lane.accepted().isEmpty()) {
      LaneState sealed = lane.progress();
      LaneState after = new LaneState(sealed.number() + 1, sealed.sealedUpTo());
      lane.state().put(StateKeys.lane(organisation), after);
      state.putAll(lane.state().writes());
      add(organisation, Through.LANE, after.number(), after.sealedUpTo(), lane.accepted());
    }
    return results;
  }

  void mustDecide(String organisation, Entry... entries) {
    require(decide(organisation, List.of(entries)));
  }

  void mustRecord(String organisation, Entry... entries) {
    require(record(organisation, List.of(entries)));
  }

  private static void require(List<Result> results) {
    if (!results.stream().allMatch(Result.Recorded.class::isInstance)) {
      throw new IllegalStateException(results.toString());
    }
  }

  /** What stands in the log if nobody applies the rules of lanes. */
  void collude(String organisation, Entry... entries) {
    LaneState lane = laneOf(organisation);
    add(organisation, Through.LANE, lane.number() + 1, lane.sealedUpTo(), List.of(entries));
  }

  /** Says that the next batch, which is not there yet, is sealed. */
  void sealAhead(String organisation, Entry entry) {
    LaneState lane = laneOf(organisation);
    add(organisation, Through.LANE, lane.number() + 1, lane.sealedUpTo() + 1, List.of(entry));
  }

  /**
   * The same, where not even the index would take it: by an organisation that may not, or in the
   * wrong kind of transaction.
   *
   * @param rightful who could record it
   * @param rightly in which kind of transaction
   */
  void misplace(
      String organisation, Through through, String rightful, Through rightly, Entry entry) {
    LaneState lane = laneOf(organisation);
    add(rightful, rightly, 99, 0L, List.of(entry));
    Leaf made = leaves.removeLast();
    boolean isLane = through == Through.LANE;
    leaves.add(
        new Leaf(
            made.version(),
            made.at(),
            organisation,
            through,
            isLane ? lane.number() + 1 : batches.getOrDefault(organisation, 0L) + 1,
            isLane ? lane.sealedUpTo() : null,
            entry,
            made.fundSeq(),
            made.postings(),
            made.balances(),
            made.repeatOf(),
            made.flags()));
  }

  private LaneState laneOf(String organisation) {
    return new WorkingState(state::get)
        .find(StateKeys.lane(organisation), LaneState.class)
        .orElse(new LaneState(0, 0));
  }

  private void add(
      String organisation,
      Through through,
      long number,
      @Nullable Long sealed,
      List<Entry> entries) {
    for (Entry entry : entries) {
      if (entry.body() instanceof Member member) {
        msps.put(entry.id(), member.msp());
      }
    }
    Set<String> keys =
        entries.stream()
            .filter(entry -> entry.body() instanceof Flow)
            .map(entry -> StateKeys.balance(((Flow) entry.body()).fund()))
            .collect(Collectors.toSet());
    leaves.addAll(
        builder.leaves(
            new RecordedTransaction(
                block++,
                0,
                msps.getOrDefault(organisation, ""),
                today.atTime(12, 0).toInstant(ZoneOffset.UTC),
                through,
                new Packed(organisation, number, REQUEST, sealed, entries, List.of()),
                keys)));
  }

  List<byte[]> bytes() {
    return leaves.stream().map(LeafCodec::encode).toList();
  }
}
