package org.lepta.service.sampling;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lepta.ledger.codec.LeafCodec;
import org.lepta.ledger.entry.Body;
import org.lepta.ledger.entry.Correction;
import org.lepta.ledger.entry.Disbursement;
import org.lepta.ledger.entry.Draw;
import org.lepta.ledger.entry.Entry;
import org.lepta.ledger.entry.Flow;
import org.lepta.ledger.entry.FundMode;
import org.lepta.ledger.entry.Hash;
import org.lepta.ledger.entry.Header;
import org.lepta.ledger.entry.Leaf;
import org.lepta.ledger.entry.Posting;
import org.lepta.ledger.entry.Through;
import org.lepta.ledger.money.Amount;
import org.lepta.ledger.money.Unit;
import org.lepta.ledger.rule.Postings;
import org.lepta.service.audit.TestLogs;
import org.lepta.service.testing.Samples;

/** A log of payments in a folder, with draws; a sample looks at nothing but leaves. */
final class SampledLog {

  static final String FUND = "XM-LEPTA-1/school";
  static final String ORIGIN = "ledger.example/audit";

  private final Path folder;
  private final List<byte[]> leaves = new ArrayList<>();

  SampledLog(Path folder) {
    this.folder = folder;
  }

  long size() {
    return leaves.size();
  }

  /** Adds an entry; returns its leaf index. */
  long add(String id, @Nullable LocalDate day, Body body) {
    List<Posting> postings =
        body instanceof Flow flow ? Postings.of(flow, FundMode.REPORTED) : List.of();
    leaves.add(
        LeafCodec.encode(
            new Leaf(
                2,
                new Leaf.Place(leaves.size(), 0, 0, LocalDate.of(2026, 3, 1)),
                Samples.KEEPER,
                Through.BATCH,
                leaves.size() + 1L,
                null,
                new Entry(Header.of(id, Samples.KEEPER).happened(day), body),
                body instanceof Flow ? leaves.size() + 1L : null,
                postings,
                List.of(),
                null,
                List.of())));
    return leaves.size() - 1L;
  }

  long pay(String id, String amount) {
    return add(id, LocalDate.of(2026, 3, 1), payment(FUND, amount));
  }

  static Disbursement payment(String fund, String amount) {
    return new Disbursement(
        fund, new Unit("GBP"), Amount.parse(amount), null, null, null, null, null, null);
  }

  void correct(@Nullable String target, String amount) {
    add("c-" + leaves.size(), null, new Correction(target, "typing-error", payment(FUND, amount)));
  }

  /** Records a draw, and keeps the checkpoint behind it. */
  long draw(Opening opening) throws IOException {
    Hash commitment = new Hash(opening.commitment().hex());
    long leaf = add("draw-" + leaves.size(), null, new Draw(commitment, "sample", FUND));
    publish();
    Files.createDirectories(folder.resolve("draw"));
    Files.copy(folder.resolve("checkpoint"), folder.resolve("draw/" + leaf));
    return leaf;
  }

  void publish() throws IOException {
    TestLogs.publish(folder, leaves);
  }
}
