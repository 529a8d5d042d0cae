package org.lepta.service.transparency.log;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.lepta.service.transparency.proof.Checkpoint;
import org.lepta.service.transparency.proof.FaultException;
import org.lepta.service.transparency.proof.MerkleTree;
import org.lepta.service.transparency.proof.Policy;
import org.lepta.service.transparency.proof.RecordedKeys;
import org.lepta.service.transparency.proof.SignedNote;
import org.lepta.service.transparency.proof.VerifierKey;
import org.lepta.service.transparency.tiles.DurableFiles;
import org.lepta.service.transparency.tiles.TileFiles;
import org.lepta.service.transparency.tiles.TilePath;
import org.lepta.service.transparency.tiles.TileTree;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The published log of this service: files that anyone may copy, and proofs made of them alone.
 * Serving goes on whatever becomes of the signing. Thread-safe.
 */
public final class TransparencyLog implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(TransparencyLog.class);
  static final String FOLDER = "log";
  static final String COSIGNED = "cosigned";
  static final String KEY = "log-key";

  private final CheckpointFile checkpoint;
  private final TileFiles tiles;
  private final DrawCheckpoints draws;
  private final Policy policy;
  private final PublicState state;
  private final Path folder;
  private @Nullable SigningKeys keys;
  private @Nullable LogPublisher publisher;
  private @Nullable Cosigning cosigning;

  private TransparencyLog(
      DurableFiles folder, DrawCheckpoints draws, Policy policy, PublicState state) {
    this.folder = folder.root();
    this.checkpoint = new CheckpointFile(folder);
    this.tiles = new TileFiles(folder);
    this.draws = draws;
    this.policy = policy;
    this.state = state;
  }

  /**
   * Opens the log, which does not sign before {@link #start}. A key is made where nothing was ever
   * signed; a key that cannot be used raises an alarm and nothing else.
   *
   * @param data folder of all data: the log lies in {@code log}, its key in {@code log-key}, the
   *     newest cosigned checkpoint in {@code cosigned}
   * @param configured name of the log, for ever; empty for a name of its own
   * @param policy the witnesses that are asked to cosign, with their addresses, and the quorum
   * @param database migrated; holds the row that remembers what was signed
   * @param source the leaves
   * @throws IllegalArgumentException if a witness has no address
   */
  public static TransparencyLog open(
      Path data, String configured, Policy policy, DataSource database, LogSource source)
      throws IOException, SQLException {
    DurableFiles folder = DurableFiles.open(data.resolve(FOLDER));
    Optional<byte[]> shown = new CheckpointFile(folder).read();
    SecureRandom random = new SecureRandom();
    String origin = LogName.of(configured, data.resolve(KEY), shown, random);
    PublicState state = new PublicState(origin);
    LockRow row = new LockRow(database);
    shown.ifPresent(note -> show(state, note));
    DrawCheckpoints draws = DrawCheckpoints.open(folder.root(), source, policy.asksForWitnesses());
    TransparencyLog log = new TransparencyLog(folder, draws, policy, state);
    try {
      boolean first = shown.isEmpty() && row.read().isEmpty();
      SigningKeys keys = SigningKeys.open(data.resolve(KEY), origin, first, random);
      keys.learn(source.keys());
      log.keys = keys;
      state.keys(keys::ours);
      Publication publication =
          new Publication(keys, source, folder, row, draws, Step.Listener.NONE, state::published);
      log.publisher = new LogPublisher(publication, source, state::alarm);
      log.cosigning = log.cosigning(data.resolve(COSIGNED));
    } catch (LogAlarmException e) {
      LOG.error("{}: no checkpoint is signed: {}", e.alarm(), e.getMessage());
      state.alarm(new LogState.Alarm(e.alarm(), String.valueOf(e.getMessage())));
    }
    return log;
  }

  /** Shows at once what was cosigned before; a policy without witnesses needs nobody to ask. */
  private @Nullable Cosigning cosigning(Path folder) throws IOException {
    if (policy.witnesses().isEmpty()) {
      return null;
    }
    CosignedFile file = CosignedFile.open(folder);
    SignedCheckpoint published = state.checkpoint();
    file.read()
        .filter(cosigned -> Cosigning.isEnough(policy, state.keys(), cosigned))
        .filter(cosigned ->
            published != null && cosigned.checkpoint().size() <= published.checkpoint().size())
        .ifPresent(state::cosigned);
    return new Cosigning(policy, tiles, file, draws, state, this::halt);
  }

  /** What cannot be read is served as it is, and the publisher raises the alarm over it. */
  private static void show(PublicState state, byte[] note) {
    try {
      state.published(SignedCheckpoint.parseUnverified(note));
    } catch (FaultException e) {
      LOG.warn("the checkpoint file cannot be read: {}", e.detail());
    }
  }

  /** Begins to sign what the index holds; does nothing where there is no key to sign with. */
  public void start() {
    if (publisher != null) {
      publisher.start();
    }
    if (cosigning != null) {
      cosigning.start();
    }
  }

  /**
   * Ends the signing until the next start, for a reason that lies outside the log; a checkpoint
   * that is under way is still finished. What is published stays served. Idempotent: the first
   * lasting alarm stays.
   */
  public void halt(LogAlarm alarm, String detail) {
    LOG.error("{}: no checkpoint is signed any more: {}", alarm, detail);
    state.alarm(new LogState.Alarm(alarm, detail));
    if (publisher != null) {
      publisher.halt();
    }
  }

  /** Returns how the log stands. */
  public LogState state() {
    return state.now();
  }

  /**
   * Waits until so many leaves are under a public checkpoint.
   *
   * @return whether they are; false if the time is over
   */
  public boolean awaitPublished(long size, Duration timeout) throws InterruptedException {
    return state.awaitPublished(size, timeout);
  }

  /**
   * Returns the checkpoint for everybody, byte by byte: where witnesses are asked for, the newest
   * that enough of them have cosigned, as soon as there is one.
   */
  public Optional<byte[]> checkpoint() throws IOException {
    SignedCheckpoint cosigned = cosigned();
    return cosigned == null ? checkpoint.read() : Optional.of(cosigned.bytes());
  }

  /**
   * Returns the first checkpoint behind the draw note at this leaf index, for ever the same; where
   * witnesses are asked for, the first cosigned one. Nothing for other leaves and until then.
   */
  public Optional<byte[]> afterDraw(long leaf) throws IOException {
    return draws.find(leaf);
  }

  /**
   * Returns the last checkpoint that the key signed which the entry at this leaf index replaced;
   * nothing for other leaves and until then.
   */
  public Optional<byte[]> keyChange(long leaf) throws IOException {
    Path file = folder.resolve(RecordedKeys.pathOfChange(leaf));
    return Files.exists(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
  }

  /** Returns the key that waits to take over; the ledger must say so before it does. */
  public Optional<String> nextKey() {
    SigningKeys here = keys;
    return here == null ? Optional.empty() : here.next().map(VerifierKey::toString);
  }

  /** Returns who is asked to cosign, and which of them are enough. */
  public Policy policy() {
    return policy;
  }

  /** Returns the file of a tile, by its path below the log; nothing for what is no tile's path. */
  public Optional<Path> tile(String path) {
    return TilePath.parse(path).map(tiles::file).filter(Files::isRegularFile);
  }

  /**
   * Returns the policy file of a reader who believes this log's keys, those before the one in force
   * as well, and asks as it does.
   */
  public Optional<String> readersPolicy() {
    List<VerifierKey> ours = state.keys();
    return ours.isEmpty() ? Optional.empty() : Optional.of(policy.text(ours));
  }

  /**
   * Returns the newest checkpoint that receipts stand under, for those who vouch for it elsewhere;
   * nothing while an alarm is raised, since then the log must not go on anywhere.
   */
  public Optional<Checkpoint> sound() {
    SignedCheckpoint now = state.now().alarm() == null ? forReceipts() : null;
    return Optional.ofNullable(now).map(SignedCheckpoint::checkpoint);
  }

  /** Returns {@link #sound()} as the note that is signed, and cosigned where that is asked for. */
  public Optional<SignedNote> soundNote() {
    SignedCheckpoint now = state.now().alarm() == null ? forReceipts() : null;
    return Optional.ofNullable(now).map(SignedCheckpoint::note);
  }

  /** Returns the tree of a published size, read from the files; see {@link TileTree}. */
  public MerkleTree tree(long size) {
    return new TileTree(tiles, size).tree();
  }

  /**
   * Proves that a leaf is in the log, from the files alone.
   *
   * @return nothing while no public checkpoint covers it, or where witnesses are asked for, no
   *     cosigned one
   * @throws java.io.UncheckedIOException if a tile cannot be read
   * @throws org.lepta.service.transparency.tiles.DamagedTileException if a tile is damaged
   * @throws IllegalStateException if the tiles do not give the signed root
   */
  public Optional<PublishedLeaf> leaf(long index) {
    return proofs().filter(proofs -> proofs.covers(index)).map(proofs -> proofs.leaf(index));
  }

  /**
   * Proofs under one checkpoint, the newest that receipts may carry.
   *
   * @return nothing while there is none
   */
  public Optional<PublishedProofs> proofs() {
    SignedCheckpoint now = forReceipts();
    return now == null ? Optional.empty() : Optional.of(new PublishedProofs(tiles, now));
  }

  /** A receipt without the cosignatures that are asked for would be refused by its readers. */
  private @Nullable SignedCheckpoint forReceipts() {
    SignedCheckpoint cosigned = cosigned();
    return policy.asksForWitnesses() || cosigned != null ? cosigned : state.checkpoint();
  }

  /** What is shown instead of the newest; where nobody is asked for, only if it is the newest. */
  private @Nullable SignedCheckpoint cosigned() {
    SignedCheckpoint cosigned = state.cosigned();
    SignedCheckpoint newest = state.checkpoint();
    boolean isNewest = cosigned != null && newest != null && cosigned.isOf(newest);
    return policy.asksForWitnesses() || isNewest ? cosigned : null;
  }

  @Override
  public void close() {
    if (cosigning != null) {
      cosigning.close();
    }
    if (publisher != null) {
      publisher.close();
    }
  }
}
