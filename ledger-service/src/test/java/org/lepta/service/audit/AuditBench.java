package org.lepta.service.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.lepta.ledger.codec.LeafCodec;
import org.lepta.ledger.entry.Entry;
import org.lepta.ledger.entry.Leaf;
import org.lepta.service.testing.RandomEntries;
import org.lepta.service.testing.Samples;
import org.lepta.service.transparency.proof.Checkpoint;
import org.lepta.service.transparency.proof.Frontier;
import org.lepta.service.transparency.proof.MerkleHash;
import org.lepta.service.transparency.tiles.TileBuilder;
import org.lepta.service.transparency.tiles.TilePath;

/**
 * Entries a second of an audit, once downloaded: gifts in batches of 250 to a managed and a
 * reported fund, and a grant in the lane after every tenth batch.
 *
 * <p>Arguments: a folder, the number of entries. The log is made once and used again.
 */
final class AuditBench {

  private static final int BATCH = 250;

  private AuditBench() {}

  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[0]);
    int size = Integer.parseInt(arguments[1]);
    if (!Files.exists(folder.resolve("checkpoint"))) {
      make(folder, size);
    }
    for (int i = 0; i < 3; i++) {
      Report report = TestLogs.audit(folder);
      Report.OfLog log = report.logs().getFirst();
      Runtime runtime = Runtime.getRuntime();
      System.out.printf(
          "%s: %d entries in %d ms; facts %d bytes, state %d keys, heap %d MB%n",
          report.outcome(),
          size,
          log.duration().toMillis(),
          log.recordedBytes(),
          log.stateKeys(),
          (runtime.totalMemory() - runtime.freeMemory()) >> 20);
    }
  }

  private static void make(Path folder, int size) throws IOException {
    AuditLedger ledger = AuditLedger.started(Samples.genesis("KeeperMSP"));
    ledger.mustDecide(Samples.KEEPER, RandomEntries.registered().toArray(Entry[]::new));
    TileBuilder tiles = TileBuilder.empty((path, bytes) -> write(folder, path, bytes));
    Frontier frontier = Frontier.empty();
    int made = 0;
    while (frontier.size() < size) {
      List<Entry> batch = new ArrayList<>();
      while (batch.size() < BATCH) {
        String fund = made % 2 == 0 ? "m1" : "r1";
        batch.add(Samples.donation("gift-" + made++, fund, "25.5"));
      }
      ledger.record(Samples.KEEPER, batch);
      if (made % (10 * BATCH) == 0) {
        ledger.mustDecide(Samples.KEEPER, Samples.grant("grant-" + made, "m1", "100"));
      }
      for (Leaf leaf : ledger.leaves) {
        if (frontier.size() < size) {
          byte[] bytes = LeafCodec.encode(leaf);
          tiles.append(bytes);
          frontier.append(MerkleHash.leaf(bytes));
        }
      }
      ledger.leaves.clear();
    }
    tiles.finish();
    TestLogs.sign(
        folder,
        new Checkpoint(TestLogs.SIGNER.verifierKey().name(), frontier.size(), frontier.root()));
  }

  private static void write(Path folder, TilePath path, byte[] bytes) throws IOException {
    Path file = folder.resolve(path.toString());
    Files.createDirectories(file.getParent());
    Files.write(file, bytes);
  }
}
