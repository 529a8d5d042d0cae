package org.lepta.service.audit;

import static org.lepta.service.audit.DifferenceException.require;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.lepta.ledger.codec.Packed;
import org.lepta.ledger.entry.Entry;
import org.lepta.ledger.entry.Flag;
import org.lepta.ledger.entry.Flow;
import org.lepta.ledger.entry.Genesis;
import org.lepta.ledger.entry.Hash;
import org.lepta.ledger.entry.Leaf;
import org.lepta.ledger.entry.Member;
import org.lepta.ledger.entry.Through;
import org.lepta.ledger.rule.StateKeys;
import org.lepta.service.indexing.LeafBuilder;
import org.lepta.service.indexing.LeafState;
import org.lepta.service.indexing.RecordedTransaction;

/**
 * Makes every leaf anew from what its sender stated, as the index does, and compares. Not
 * thread-safe.
 */
final class LeafReplay {

  private static final Hash NO_REQUEST = new Hash("0".repeat(64));

  private final FirstRecorded recorded = new FirstRecorded();
  private final LeafState state = LeafState.start(recorded);
  private final LeafBuilder builder = new LeafBuilder(state);
  private final Map<String, String> msps = new HashMap<>();

  void check(AuditedTransaction t) throws DifferenceException {
    t.entries().forEach(this::admit);
    List<Leaf> made = builder.leaves(transaction(t));
    for (int i = 0; i < t.leaves().size(); i++) {
      long index = t.first() + i;
      require(
          i < made.size() && made.get(i).at().position() == i,
          Check.VOID,
          index,
          () -> "is void by rule: %s cannot record it so".formatted(t.organisation()));
      compare(index, made.get(i), t.leaves().get(i));
    }
  }

  private void admit(Entry entry) {
    switch (entry.body()) {
      case Genesis genesis -> msps.put(genesis.organisation(), genesis.msp());
      case Member member -> msps.put(entry.id(), member.msp());
      default -> {}
    }
  }

  private RecordedTransaction transaction(AuditedTransaction t) {
    Leaf head = t.head();
    List<Entry> entries = t.entries();
    return new RecordedTransaction(
        head.at().block(),
        head.at().transaction(),
        msps.getOrDefault(t.organisation(), ""),
        t.time(),
        t.through(),
        new Packed(
            t.organisation(),
            head.orgSeq(),
            NO_REQUEST,
            t.through() == Through.LANE ? head.sealedUpTo() : null,
            entries,
            List.of()),
        balanceKeys(entries));
  }

  /** Whether the fund's own key was written only the ledger can tell. */
  private static Set<String> balanceKeys(List<Entry> entries) {
    return entries.stream()
        .map(Entry::body)
        .filter(Flow.class::isInstance)
        .map(flow -> ((Flow) flow).fund())
        .distinct()
        .map(StateKeys::balance)
        .collect(Collectors.toSet());
  }

  private void compare(long index, Leaf made, Leaf found) throws DifferenceException {
    equal(Check.LEAF_VERSION, index, made.version(), found.version());
    equal(Check.LEAF_VERSION, index, made.sealedUpTo(), found.sealedUpTo());
    equal(Check.LEAF_VERSION, index, made.at(), found.at());
    equal(Check.FUND_SEQ, index, made.fundSeq(), found.fundSeq());
    equal(Check.REPEAT_OF, index, made.repeatOf(), found.repeatOf());
    equal(Check.POSTINGS, index, made.postings(), found.postings());
    equal(Check.BALANCES, index, made.balances(), found.balances());
    equal(Check.FLAGS, index, flags(made), flags(found));
  }

  /** In one order; the first version does not tell by which date an entry is late. */
  private static List<Flag> flags(Leaf leaf) {
    return leaf.flags().isEmpty()
        ? List.of()
        : leaf.flags().stream()
            .filter(flag -> leaf.version() > 1 || flag != Flag.LATE)
            .sorted()
            .toList();
  }

  private static void equal(
      Check check,
      long index,
      @org.jspecify.annotations.Nullable Object made,
      @org.jspecify.annotations.Nullable Object found)
      throws DifferenceException {
    require(Objects.equals(made, found), check, index, () -> "says " + found + ", not " + made);
  }

  LeafState state() {
    return state;
  }

  /** Bytes that the memory of facts takes. */
  long recordedBytes() {
    return recorded.bytes();
  }
}
