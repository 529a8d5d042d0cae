package org.lepta.service.transparency.log;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lepta.service.transparency.proof.FaultException;
import org.lepta.service.transparency.proof.NoteSigner;
import org.lepta.service.transparency.proof.RecordedKeys;
import org.lepta.service.transparency.proof.VerifierKey;

/**
 * The key that signs, those that did before, and the one that is to take over. One thread uses it;
 * {@link #ours} and {@link #next} are for any.
 */
final class SigningKeys {

  private final Move move;
  private NoteSigner signer;
  private volatile @Nullable NoteSigner next;
  private volatile List<VerifierKey> ours;

  /** Puts the next key into the place of the one that signs. */
  @FunctionalInterface
  interface Move {

    /** Nothing to move where there is no next key. */
    Move NONE = () -> {};

    /** Durable on return. */
    void run() throws IOException;
  }

  /**
   * Takes the keys that are here.
   *
   * @param next of the same name; null if the key is not to be changed
   */
  SigningKeys(NoteSigner signer, @Nullable NoteSigner next, Move move) {
    this.signer = signer;
    this.next = next;
    this.move = move;
    this.ours = List.of(signer.verifierKey());
  }

  /**
   * Reads the keys in a folder of data, or makes the first one.
   *
   * @param first whether nothing was ever signed
   */
  static SigningKeys open(Path file, String origin, boolean first, SecureRandom random)
      throws IOException, LogAlarmException {
    if (!LogKeyFile.exists(file) && !first) {
      throw new LogAlarmException(
          LogAlarm.LOG_KEY_MISSING,
          "there is no file %s, and checkpoints were signed before: put it back"
              .formatted(file.getFileName()));
    }
    if (!LogKeyFile.exists(file)) {
      LogKeyFile.create(file, origin, random);
    }
    return of(file, origin);
  }

  /**
   * Reads the keys in a folder of data.
   *
   * @param file of the key that signs; the next one lies beside it
   */
  static SigningKeys of(Path file, String origin) throws LogAlarmException {
    Path next = LogKeyFile.next(file);
    return new SigningKeys(
        LogKeyFile.read(file, origin),
        LogKeyFile.exists(next) ? LogKeyFile.read(next, origin) : null,
        () -> LogKeyFile.takeOver(file));
  }

  NoteSigner signer() {
    return signer;
  }

  /** The key that is to take over, if there is one. */
  Optional<VerifierKey> next() {
    NoteSigner waiting = next;
    return Optional.ofNullable(waiting).map(NoteSigner::verifierKey);
  }

  /** The keys whose signature is ours: the one in force first, then those before it. */
  List<VerifierKey> ours() {
    return ours;
  }

  /**
   * Learns from the ledger which keys were ours before.
   *
   * @throws LogAlarmException if the key that signs was replaced by one that is not here
   */
  void learn(RecordedKeys recorded) throws LogAlarmException {
    VerifierKey key = signer.verifierKey();
    RecordedKeys.Change end = recorded.endOf(key.toString()).orElse(null);
    if (end != null && !isNext(end.to())) {
      throw new LogAlarmException(
          LogAlarm.LOG_KEY_REPLACED,
          "the entry %s at leaf %d says that %s signs instead of %s: put that key back"
              .formatted(end.entry(), end.leaf(), end.to(), key));
    }
    List<VerifierKey> all = new ArrayList<>(List.of(key));
    for (RecordedKeys.Change change : recorded.leadingTo(key.toString()).reversed()) {
      all.add(parse(change.from()));
    }
    ours = List.copyOf(all);
  }

  private boolean isNext(String vkey) {
    return next().map(VerifierKey::toString).filter(vkey::equals).isPresent();
  }

  /** Its bearer has signed with it, so it was read before. */
  private static VerifierKey parse(String vkey) {
    try {
      return VerifierKey.parse(vkey);
    } catch (FaultException e) {
      throw new IllegalStateException("the ledger says that this key was ours: " + vkey, e);
    }
  }

  /** The change by which the next key takes over, if the ledger has it within so many leaves. */
  Optional<RecordedKeys.Change> due(RecordedKeys recorded, long size) {
    return recorded
        .endOf(signer.verifierKey().toString())
        .filter(change -> isNext(change.to()) && change.leaf() < size);
  }

  /** The next key is the one that signs from now on; durable on return. */
  void takeOver() throws IOException {
    NoteSigner successor = next;
    if (successor == null) {
      throw new IllegalStateException("there is no key to take over");
    }
    move.run();
    List<VerifierKey> all = new ArrayList<>(List.of(successor.verifierKey()));
    all.addAll(ours);
    signer = successor;
    next = null;
    ours = List.copyOf(all);
  }
}
