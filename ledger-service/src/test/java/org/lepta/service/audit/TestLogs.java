package org.lepta.service.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lepta.service.transparency.proof.Checkpoint;
import org.lepta.service.transparency.proof.Frontier;
import org.lepta.service.transparency.proof.KnownLogs;
import org.lepta.service.transparency.proof.MerkleHash;
import org.lepta.service.transparency.proof.NoteSigner;
import org.lepta.service.transparency.proof.Policy;
import org.lepta.service.transparency.proof.SignedNote;
import org.lepta.service.transparency.tiles.TileBuilder;
import org.lepta.service.transparency.tiles.TilePath;

/** Publishes leaves in a folder and signs them, as whoever has the log's key can. */
public final class TestLogs {

  static final NoteSigner SIGNER = NoteSigner.ofLog("ledger.example/audit", new byte[32]);

  private TestLogs() {}

  /** Publishes leaves in a folder, whatever they say. */
  public static Path publish(Path folder, List<byte[]> leaves) throws IOException {
    Map<TilePath, byte[]> tiles = new LinkedHashMap<>();
    TileBuilder builder = TileBuilder.empty(tiles::put);
    Frontier frontier = Frontier.empty();
    for (byte[] leaf : leaves) {
      builder.append(leaf);
      frontier.append(MerkleHash.leaf(leaf));
    }
    builder.finish();
    // Durability is not what these tests are about, and costs most of their time.
    for (Map.Entry<TilePath, byte[]> tile : tiles.entrySet()) {
      Path file = folder.resolve(tile.getKey().toString());
      Files.createDirectories(file.getParent());
      Files.write(file, tile.getValue());
    }
    sign(folder, new Checkpoint(SIGNER.verifierKey().name(), frontier.size(), frontier.root()));
    return folder;
  }

  static void sign(Path folder, Checkpoint checkpoint) throws IOException {
    SignedNote note = new SignedNote(checkpoint.text(), List.of(SIGNER.sign(checkpoint.text())));
    Files.write(folder.resolve("checkpoint"), note.bytes());
  }

  /** Believes the signer and asks for no witness. */
  public static Trust trust() {
    return new Trust(
        Policy.ofKeys(List.of(SIGNER.verifierKey())), new KnownLogs(Path.of("/nonexistent")));
  }

  /** Audits folders that were published here. */
  public static Report audit(Path... folders) throws IOException, InterruptedException {
    List<String> places = List.of(folders).stream().map(Path::toString).toList();
    return new Audit(trust(), null, (done, size) -> {}).run(places);
  }
}
