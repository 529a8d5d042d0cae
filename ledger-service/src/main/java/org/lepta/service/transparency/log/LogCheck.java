package org.lepta.service.transparency.log;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.lepta.service.kernel.Sha256;
import org.lepta.service.transparency.proof.FaultException;
import org.lepta.service.transparency.tiles.DamagedTileException;
import org.lepta.service.transparency.tiles.DurableFiles;
import org.lepta.service.transparency.tiles.TileBuilder;
import org.lepta.service.transparency.tiles.TileFiles;
import org.lepta.service.transparency.tiles.TilePath;

/**
 * Compares the published files with the leaves that the blocks give: makes every tile and bundle
 * anew and compares it byte by byte. Changes nothing; memory does not depend on the size.
 */
public final class LogCheck {

  private static final int MOST_DIFFERENCES = 20;

  private final Path data;
  private final LockRow row;
  private final LogSource leaves;
  private final List<String> differences = new ArrayList<>();
  private int files;

  private LogCheck(Path data, DataSource database, LogSource leaves) {
    this.data = data;
    this.row = new LockRow(database);
    this.leaves = leaves;
  }

  /**
   * What the check found.
   *
   * @param size that is published; 0 if nothing is
   * @param files how many tiles and bundles were compared
   * @param differences one line each, with the path of the tile; the first ones only
   */
  public record Report(long size, int files, List<String> differences) {

    /** Copies the list. */
    public Report {
      differences = List.copyOf(differences);
    }
  }

  /**
   * Checks the log in a folder of data.
   *
   * @param database holds the row that remembers what was signed
   * @param leaves made anew from the blocks
   */
  public static Report run(Path data, DataSource database, LogSource leaves)
      throws IOException, SQLException {
    return new LogCheck(data, database, leaves).run();
  }

  private Report run() throws IOException, SQLException {
    SignedCheckpoint file = read();
    compareRow(file);
    if (file == null) {
      return new Report(0, 0, differences);
    }
    long size = file.checkpoint().size();
    Optional<Sha256> root = leaves.rootAt(size);
    if (root.isEmpty() || !root.get().equals(file.checkpoint().root())) {
      differences.add(
          "checkpoint: signed is the root %s of size %d, the blocks give %s"
              .formatted(
                  file.checkpoint().root(), size, root.map(Sha256::hex).orElse("no such size")));
    }
    compareTiles(size);
    return new Report(size, files, differences);
  }

  private @Nullable SignedCheckpoint read() throws IOException, SQLException {
    Path file = data.resolve(TransparencyLog.FOLDER).resolve(CheckpointFile.NAME);
    if (!Files.exists(file)) {
      return null;
    }
    try {
      SignedCheckpoint read = SignedCheckpoint.parseUnverified(Files.readAllBytes(file));
      requireSigned(read);
      return read;
    } catch (FaultException | LogAlarmException e) {
      differences.add("checkpoint: " + e.getMessage());
      return null;
    }
  }

  /** By the key in the folder; without one there is nothing to check the signature with. */
  private void requireSigned(SignedCheckpoint read) throws SQLException, LogAlarmException {
    Path file = data.resolve(TransparencyLog.KEY);
    if (LogKeyFile.exists(file)) {
      SigningKeys keys = SigningKeys.of(file, read.checkpoint().origin());
      keys.learn(leaves.keys());
      SignedCheckpoint.parse(read.bytes(), keys.ours(), "the checkpoint file");
    }
  }

  private void compareRow(@Nullable SignedCheckpoint file) throws SQLException {
    Optional<byte[]> note = row.read();
    if (note.isEmpty() || file == null) {
      return;
    }
    try {
      SignedCheckpoint remembered = SignedCheckpoint.parseUnverified(note.get());
      LastSigned.compare(remembered.end(), file.end());
    } catch (FaultException | LogAlarmException e) {
      differences.add("log_checkpoint: " + e.getMessage());
    }
  }

  private void compareTiles(long size) throws IOException, SQLException {
    TileFiles tiles = new TileFiles(DurableFiles.reading(data.resolve(TransparencyLog.FOLDER)));
    TileBuilder builder = TileBuilder.empty((path, bytes) -> compare(tiles, path, bytes));
    leaves.leaves(0, size, builder::append);
    builder.finish();
  }

  private void compare(TileFiles tiles, TilePath path, byte[] wanted) throws IOException {
    files++;
    try {
      if (!Arrays.equals(tiles.read(path), wanted)) {
        differ(path + " is not what the blocks give");
      }
    } catch (DamagedTileException e) {
      differ(String.valueOf(e.getMessage()));
    }
  }

  private void differ(String difference) {
    if (differences.size() < MOST_DIFFERENCES) {
      differences.add(difference);
    }
  }
}
