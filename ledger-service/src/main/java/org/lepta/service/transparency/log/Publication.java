package org.lepta.service.transparency.log;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.lepta.service.kernel.Sha256;
import org.lepta.service.transparency.proof.Checkpoint;
import org.lepta.service.transparency.proof.MerkleHash;
import org.lepta.service.transparency.proof.ProofException;
import org.lepta.service.transparency.proof.RecordedKeys;
import org.lepta.service.transparency.tiles.DurableFiles;
import org.lepta.service.transparency.tiles.TileCheck;
import org.lepta.service.transparency.tiles.TileFiles;
import org.lepta.service.transparency.tiles.TilePath;

/**
 * One checkpoint after the other: tiles are made durable, read back and hashed again, the new
 * checkpoint is signed and remembered in the database, and only then made public. Each round starts
 * from what is remembered and trusts nothing of an interrupted one. Not thread-safe.
 */
final class Publication {

  /** Bounds the work between two checkpoints; a larger backlog takes several. */
  private static final long MOST_LEAVES = 100_000;

  private final SigningKeys keys;
  private final LogSource source;
  private final DurableFiles folder;
  private final TileFiles tiles;
  private final DrawCheckpoints draws;
  private final LastSigned lastSigned;
  private final Step.Listener steps;
  private final Consumer<SignedCheckpoint> published;

  /** What this process signed or checked last. */
  private @Nullable SignedCheckpoint last;

  /** What may or may not have been remembered. */
  private @Nullable SignedCheckpoint unsettled;

  Publication(
      SigningKeys keys,
      LogSource source,
      DurableFiles folder,
      LockRow row,
      DrawCheckpoints draws,
      Step.Listener steps,
      Consumer<SignedCheckpoint> published) {
    this.keys = keys;
    this.source = source;
    this.folder = folder;
    this.tiles = new TileFiles(folder);
    this.draws = draws;
    this.lastSigned = new LastSigned(row, new CheckpointFile(folder));
    this.steps = steps;
    this.published = published;
  }

  /**
   * Publishes the next checkpoint, if the log has grown.
   *
   * @return whether it did
   */
  boolean round() throws IOException, SQLException, LogAlarmException, ProofException {
    @Nullable SignedCheckpoint before = resume();
    BlockEnd start = before == null ? new BlockEnd(0, MerkleHash.EMPTY) : before.end();
    Optional<BlockEnd> next = source.next(start.size(), MOST_LEAVES);
    if (next.isEmpty()) {
      return false;
    }
    List<TilePath> full = stage(start, next.get());
    String origin = keys.signer().verifierKey().name();
    remember(before, new Checkpoint(origin, next.get().size(), next.get().root()), Step.SWAPPED);
    for (TilePath tile : full) {
      tiles.dropPartials(tile);
    }
    steps.reached(Step.DROPPED);
    return true;
  }

  /** Signs and remembers a checkpoint, then makes it public. */
  private SignedCheckpoint remember(
      @Nullable SignedCheckpoint before, Checkpoint checkpoint, Step done)
      throws IOException, SQLException, LogAlarmException {
    SignedCheckpoint after = SignedCheckpoint.sign(checkpoint, keys.signer());
    unsettled = after;
    lastSigned.swap(before, after);
    steps.reached(done);
    publish(after);
    return after;
  }

  private List<TilePath> stage(BlockEnd from, BlockEnd to)
      throws IOException, SQLException, LogAlarmException, ProofException {
    List<TilePath> full = Stage.write(tiles, source, from.size(), to.size(), steps);
    steps.reached(Step.STAGED);
    new TileCheck(tiles, from.size(), to.size()).run(from.root(), to.root());
    steps.reached(Step.CHECKED);
    return full;
  }

  private void publish(SignedCheckpoint checkpoint) throws IOException, SQLException {
    draws.published(checkpoint);
    lastSigned.publish(checkpoint);
    last = checkpoint;
    unsettled = null;
    steps.reached(Step.WRITTEN);
    published.accept(checkpoint);
  }

  /** Brings row and file to what was signed last, and makes sure that it is what we have. */
  private @Nullable SignedCheckpoint resume()
      throws IOException, SQLException, LogAlarmException, ProofException {
    RecordedKeys recorded = source.keys();
    keys.learn(recorded);
    LastSigned.Memory memory = lastSigned.read(keys.ours());
    SignedCheckpoint newest = memory.newest();
    requireNobodyElse(newest);
    if (newest == null) {
      return null;
    }
    requireIndexed(newest.end());
    if (last == null || !newest.equals(last)) {
      requireTiles(memory, newest);
      draws.published(newest);
    }
    if (memory.row() == null) {
      lastSigned.swap(null, newest);
    }
    if (!newest.equals(memory.file())) {
      publish(newest);
    }
    last = newest;
    return underKeyInForce(newest, recorded);
  }

  /**
   * Lets the next key take over once the checkpoint that the old one signed has the entry that says
   * so, and signs that checkpoint anew: the same text, so there is never another root of its size.
   */
  private SignedCheckpoint underKeyInForce(SignedCheckpoint newest, RecordedKeys recorded)
      throws IOException, SQLException, LogAlarmException {
    Optional<RecordedKeys.Change> due = keys.due(recorded, newest.checkpoint().size());
    if (due.isPresent()) {
      folder.write(RecordedKeys.pathOfChange(due.get().leaf()), newest.bytes());
      steps.reached(Step.CHANGE_KEPT);
      keys.takeOver();
      steps.reached(Step.KEY_MOVED);
    }
    return newest.names(keys.signer().verifierKey())
        ? newest
        : remember(newest, newest.checkpoint(), Step.SIGNED_ANEW);
  }

  private void requireNobodyElse(@Nullable SignedCheckpoint newest) throws LogAlarmException {
    boolean known =
        last == null || last.equals(newest) || (unsettled != null && unsettled.equals(newest));
    if (!known) {
      throw new LogAlarmException(
          LogAlarm.LOG_TWO_PUBLISHERS,
          "the size %d was signed last here, but %s is remembered"
              .formatted(
                  last == null ? 0 : last.checkpoint().size(),
                  newest == null ? "nothing" : "the size " + newest.checkpoint().size()));
    }
  }

  private void requireIndexed(BlockEnd signed) throws SQLException, LogAlarmException {
    Optional<Sha256> root = source.rootAt(signed.size());
    if (root.isPresent() && root.get().equals(signed.root())) {
      return;
    }
    // No block ended there: either the index ends before, or its blocks are others.
    boolean behind = root.isEmpty() && source.next(signed.size() - 1, 1).isEmpty();
    throw new LogAlarmException(
        behind ? LogAlarm.LOG_INDEX_BEHIND : LogAlarm.LOG_INDEX_DIFFERS,
        "signed is the size %d with the root %s, the index says %s"
            .formatted(
                signed.size(),
                signed.root(),
                behind
                    ? "that there are fewer leaves"
                    : root.map(Sha256::toString).orElse("that no block ends there")));
  }

  /** The tiles must give what was signed; where there are none at all, they are made anew. */
  private void requireTiles(LastSigned.Memory memory, SignedCheckpoint newest)
      throws IOException, SQLException, LogAlarmException, ProofException {
    BlockEnd empty = new BlockEnd(0, MerkleHash.EMPTY);
    BlockEnd end = newest.end();
    if (Files.notExists(folder.root().resolve("tile"))) {
      stage(empty, end);
      return;
    }
    BlockEnd shown = memory.file() == null ? empty : memory.file().end();
    boolean sameSize = shown.size() == end.size();
    new TileCheck(tiles, sameSize ? end.size() : shown.size(), end.size())
        .run(sameSize ? end.root() : shown.root(), end.root());
  }
}
