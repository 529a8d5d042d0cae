package org.lepta.service.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lepta.ledger.entry.Attestation;
import org.lepta.ledger.entry.Entry;
import org.lepta.ledger.entry.Hash;
import org.lepta.ledger.entry.Header;
import org.lepta.service.testing.Samples;
import org.lepta.service.transparency.proof.Frontier;
import org.lepta.service.transparency.proof.MerkleHash;

/** An audit tells which attestations speak of another log, and is not stopped by them. */
final class AttestedRootsTest {

  @TempDir Path folder;
  private final AuditLedger ledger = RandomLedger.of(11, 600, 2);

  private static Entry attestation(String id, long size, String root) {
    return new Entry(
        Header.of(id, "XI-TEST-AUDITOR"),
        new Attestation("ledger", null, size, new Hash(root), "clean", null, null));
  }

  private String rootAt(long size) {
    Frontier frontier = Frontier.empty();
    ledger.bytes().stream().limit(size).forEach(leaf -> frontier.append(MerkleHash.leaf(leaf)));
    return frontier.root().hex();
  }

  /** The first size from here that a block ends at, or does not. */
  private long size(long from, boolean end) {
    long size = from;
    while (isEnd(size) != end) {
      size++;
    }
    return size;
  }

  private boolean isEnd(long size) {
    int at = Math.toIntExact(size);
    return ledger.leaves.get(at - 1).at().block() != ledger.leaves.get(at).at().block();
  }

  private Report.Attested audited(Entry... attestations) throws Exception {
    for (Entry attestation : attestations) {
      ledger.mustRecord(Samples.KEEPER, attestation);
    }
    Report report = TestLogs.audit(TestLogs.publish(folder, ledger.bytes()));
    assertThat(report.outcome()).isEqualTo(Report.Outcome.EQUAL);
    return report.logs().getFirst().attested();
  }

  @Test
  void thoseOfThisLogAreCountedAndOthersNamed() throws Exception {
    long whole = ledger.leaves.size();
    long inside = size(256, true);
    long between = size(256, false);

    Report.Attested attested =
        audited(
            attestation("whole", whole, rootAt(whole)),
            attestation("inside", inside, rootAt(inside)),
            attestation("forked", inside, "0".repeat(64)),
            attestation("between", between, rootAt(between)),
            attestation("ahead", 100_000, "0".repeat(64)));

    assertThat(attested.ofThisLog()).isEqualTo(2);
    assertThat(attested.contradicting()).containsExactly(whole + 2, whole + 3, whole + 4);
  }

  @Test
  void aLogWithoutAnySaysNothing() throws Exception {
    assertThat(audited()).isEqualTo(new Report.Attested(0, List.of()));
  }
}
