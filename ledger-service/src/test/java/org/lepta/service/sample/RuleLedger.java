package org.lepta.service.sample;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.lepta.ledger.codec.Packed;
import org.lepta.ledger.codec.RecordCodec;
import org.lepta.ledger.entry.Entry;
import org.lepta.ledger.entry.FundMode;
import org.lepta.ledger.entry.Hash;
import org.lepta.ledger.entry.Header;
import org.lepta.ledger.entry.Member;
import org.lepta.ledger.rule.Batch;
import org.lepta.ledger.rule.Lane;
import org.lepta.ledger.rule.Members;
import org.lepta.ledger.rule.Placement;
import org.lepta.ledger.rule.Result;
import org.lepta.ledger.rule.StateKeys;
import org.lepta.ledger.rule.WorkingState;
import org.lepta.service.submission.Draft;
import org.lepta.service.testing.Samples;

/** The real rules over a map: takes a sample as the recorder would, entry by entry. */
final class RuleLedger {

  private static final String KEEPER = "XI-TEST-KEEPER";
  private static final Instant NOW = Instant.parse("2026-01-15T12:00:00Z");

  private final TreeMap<String, byte[]> committed = new TreeMap<>();
  private final TreeMap<String, Long> batches = new TreeMap<>();
  private final List<String> refusals = new ArrayList<>();

  RuleLedger() {
    WorkingState state = new WorkingState(committed::get);
    Entry genesis = Samples.genesis("KeeperMSP");
    Members.start(state, genesis, "KeeperMSP");
    Packed packed =
        new Packed(KEEPER, 0, new Hash("0".repeat(64)), null, List.of(genesis), List.of());
    state.put(StateKeys.started(), packed.encode());
    committed.putAll(state.writes());
  }

  /** Takes the whole sample and returns what was refused. */
  List<String> refusals(Sample sample) {
    run(KEEPER, sample.organisations().drafts());
    List<Draft> joining = new ArrayList<>();
    for (String member : sample.members()) {
      joining.add(Draft.of(new Entry(Header.of(member, KEEPER), new Member(member + "MSP"))));
    }
    run(KEEPER, joining);
    for (Chapter chapter : sample.chapters()) {
      run(sample.members().get(ownerOf(sample, chapter)), chapter.drafts());
    }
    return refusals;
  }

  private static int ownerOf(Sample sample, Chapter chapter) {
    return sample.chapters().indexOf(chapter) % sample.members().size();
  }

  private void run(String organisation, List<Draft> drafts) {
    int from = 0;
    while (from < drafts.size()) {
      boolean lane = isLane(drafts.get(from).entry());
      int to = from;
      while (to < drafts.size() && isLane(drafts.get(to).entry()) == lane) {
        to++;
      }
      List<Entry> entries = drafts.subList(from, to).stream().map(Draft::entry).toList();
      note(entries, lane ? decide(organisation, entries) : record(organisation, entries));
      from = to;
    }
  }

  private void note(List<Entry> entries, List<Result> results) {
    for (int i = 0; i < results.size(); i++) {
      if (!(results.get(i) instanceof Result.Recorded)) {
        refusals.add(entries.get(i).qualifiedId() + " " + results.get(i));
      }
    }
  }

  private static boolean isLane(Entry entry) {
    return Placement.of(entry.body(), FundMode.MANAGED) == Placement.LANE;
  }

  private List<Result> decide(String organisation, List<Entry> entries) {
    Lane lane = new Lane(committed::get, organisation, NOW);
    lane.seal(batches.getOrDefault(organisation, 0L));
    List<Result> results = lane.take(entries);
    committed.putAll(lane.state().writes());
    return results;
  }

  private List<Result> record(String organisation, List<Entry> entries) {
    Batch batch = new Batch(committed::get, organisation);
    List<Result> results = entries.stream().map(batch::take).toList();
    long number = batches.merge(organisation, 1L, Long::sum);
    committed.put(StateKeys.sums(organisation, number), RecordCodec.encode(batch.sums()));
    return results;
  }
}
