package org.lepta.service.trail;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.lepta.ledger.codec.LeafCodec;
import org.lepta.ledger.entry.Entry;
import org.lepta.ledger.entry.Flag;
import org.lepta.ledger.entry.Flow;
import org.lepta.ledger.entry.FundMode;
import org.lepta.ledger.entry.Header;
import org.lepta.ledger.entry.Leaf;
import org.lepta.ledger.entry.Posting;
import org.lepta.ledger.entry.Through;
import org.lepta.ledger.rule.Postings;
import org.lepta.service.indexing.FundFacts;
import org.lepta.service.indexing.IndexedEntry;
import org.lepta.service.kernel.Sha256;

/** A log of entries of reported funds, as the index hands them to projections. */
final class TestLog {

  private static final String OWNER = "XX-OWNER";

  private final List<IndexedEntry> entries = new ArrayList<>();
  private Instant time = Instant.parse("2026-03-01T12:00:00Z");

  /** From here on transactions are of this month, such as 2026-04. */
  TestLog in(String month) {
    time = Instant.parse(month + "-28T23:59:59Z");
    return this;
  }

  List<IndexedEntry> entries() {
    return List.copyOf(entries);
  }

  int size() {
    return entries.size();
  }

  /** Adds an entry; returns its leaf index. */
  long add(String id, Flow flow) {
    return add(id, flow, Postings.of(flow, FundMode.REPORTED), List.of());
  }

  /** Adds an entry that repeats another one, without effect. */
  long addRepeat(String id, Flow flow) {
    return add(id, flow, List.of(), List.of(Flag.REPEAT));
  }

  private long add(String id, Flow flow, List<Posting> postings, List<Flag> flags) {
    long index = entries.size();
    Entry entry = new Entry(Header.of(id, OWNER).happened(LocalDate.of(2026, 2, 1)), flow);
    Leaf leaf =
        new Leaf(
            1,
            new Leaf.Place(index, 0, 0, null),
            OWNER,
            Through.BATCH,
            index,
            null,
            entry,
            index,
            postings,
            List.of(),
            null,
            flags);
    FundFacts fund = new FundFacts(flow.fund(), OWNER, FundMode.REPORTED, 7, 5);
    byte[] bytes = LeafCodec.encode(leaf);
    Sha256 hash = Sha256.digest(Long.toString(index).getBytes(StandardCharsets.UTF_8));
    entries.add(new IndexedEntry(index, leaf, bytes, hash, time, fund));
    return index;
  }
}
