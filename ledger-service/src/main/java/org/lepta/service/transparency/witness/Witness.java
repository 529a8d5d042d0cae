package org.lepta.service.transparency.witness;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.lepta.service.transparency.proof.Checkpoint;
import org.lepta.service.transparency.proof.FaultException;
import org.lepta.service.transparency.proof.MerkleHash;
import org.lepta.service.transparency.proof.NoteCheck;
import org.lepta.service.transparency.proof.NoteSignature;
import org.lepta.service.transparency.proof.NoteSigner;
import org.lepta.service.transparency.proof.ProofException;
import org.lepta.service.transparency.proof.SignedNote;
import org.lepta.service.transparency.proof.VerifierKey;
import org.lepta.service.transparency.proof.WitnessRequest;
import org.lepta.service.transparency.witness.WitnessAnswer.Cosigned;
import org.lepta.service.transparency.witness.WitnessAnswer.OtherSize;
import org.lepta.service.transparency.witness.WitnessAnswer.Refusal;
import org.lepta.service.transparency.witness.WitnessAnswer.Refused;

/**
 * Cosigns checkpoints of the logs it knows, if each extends the one before (C2SP tlog-witness
 * v1.0.0). Any bytes give an answer. Thread-safe: one request after the other, so that comparing
 * with what is remembered and remembering are one step.
 */
public final class Witness {

  private static final Pattern ORIGIN_HASH = Pattern.compile("[0-9a-f]{64}");

  private final NoteSigner signer;
  private final KnownKeys logs;
  private final OwnRoot ownRoot;
  private final WitnessMemory memory;
  private final Clock clock;

  /** The keys of the logs that a witness watches, asked anew for each request. */
  @FunctionalInterface
  public interface KnownKeys {

    /** Returns all keys of this log; none if it is not watched. */
    Collection<VerifierKey> of(String origin);
  }

  /**
   * Opens a witness.
   *
   * @param signer the witness's own key
   * @param logs whom it watches
   * @param ownRoot what it knows of the log besides
   * @param folder where it remembers; nobody else may write there
   */
  public static Witness open(
      NoteSigner signer, KnownKeys logs, OwnRoot ownRoot, Path folder, Clock clock)
      throws IOException {
    return new Witness(signer, logs, ownRoot, new WitnessMemory(folder), clock);
  }

  private Witness(
      NoteSigner signer, KnownKeys logs, OwnRoot ownRoot, WitnessMemory memory, Clock clock) {
    this.signer = signer;
    this.logs = logs;
    this.ownRoot = ownRoot;
    this.memory = memory;
    this.clock = clock;
  }

  /** Returns the key that cosigns. */
  public VerifierKey key() {
    return signer.verifierKey();
  }

  /**
   * Checks a checkpoint and cosigns it; what is answered as cosigned is durable.
   *
   * @throws IOException if the witness cannot read or write what it remembers: nothing is cosigned
   */
  public synchronized WitnessAnswer addCheckpoint(byte[] body) throws IOException {
    WitnessRequest request;
    Checkpoint checkpoint;
    try {
      request = WitnessRequest.parse(body);
      checkpoint = Checkpoint.parse(request.checkpoint().text());
    } catch (FaultException e) {
      return new Refused(Refusal.REQUEST_MALFORMED, String.valueOf(e.getMessage()));
    }
    Collection<VerifierKey> keys = logs.of(checkpoint.origin());
    if (keys.isEmpty()) {
      return new Refused(Refusal.ORIGIN_UNKNOWN, "this log is not watched here");
    }
    Optional<NoteSignature> signature = signatureOf(request.checkpoint(), keys);
    if (signature.isEmpty()) {
      return new Refused(Refusal.SIGNATURE_INVALID, "no known key of the log has signed");
    }
    // Only what was verified is kept; whatever other lines say is the sender's affair.
    SignedNote note = new SignedNote(request.checkpoint().text(), List.of(signature.get()));
    return compare(request, checkpoint, note);
  }

  /** The signature of a known key; a wrong one beside it makes the note useless. */
  private static Optional<NoteSignature> signatureOf(
      SignedNote note, Collection<VerifierKey> keys) {
    try {
      NoteCheck check = NoteCheck.of(note, keys);
      return note.signatures().stream()
          .filter(line ->
              check.verified().stream().anyMatch(good -> good.key().id().equals(line.keyId())))
          .findFirst();
    } catch (FaultException e) {
      return Optional.empty();
    }
  }

  private WitnessAnswer compare(WitnessRequest request, Checkpoint checkpoint, SignedNote note)
      throws IOException {
    if (request.oldSize() > checkpoint.size()) {
      return new Refused(Refusal.OLD_SIZE_ABOVE, "the old size is above that of the checkpoint");
    }
    Checkpoint before = remembered(checkpoint.origin());
    if (request.oldSize() != before.size()) {
      return new OtherSize(before.size());
    }
    try {
      request.proof().verify(before.size(), before.root(), checkpoint.size(), checkpoint.root());
    } catch (ProofException e) {
      // A wrong proof says nothing of the log; two roots of one size do, whatever the proof.
      if (checkpoint.size() == before.size() && !checkpoint.root().equals(before.root())) {
        memory.keepContradiction(checkpoint.origin(), note);
      }
      return new Refused(Refusal.INCONSISTENT, String.valueOf(e.getMessage()));
    }
    return switch (ownRoot.of(checkpoint)) {
      case AGREES -> cosign(checkpoint.origin(), note);
      case NOT_YET -> new Refused(Refusal.NOT_REBUILT_YET, "this size is not rebuilt here yet");
      case DIFFERS -> {
        memory.keepContradiction(checkpoint.origin(), note);
        yield new Refused(Refusal.ROOT_DIFFERS, "the root that was rebuilt here is another one");
      }
    };
  }

  private Checkpoint remembered(String origin) throws IOException {
    Optional<SignedNote> latest = memory.latest(WitnessMemory.hash(origin));
    if (latest.isEmpty()) {
      return new Checkpoint(origin, 0, MerkleHash.EMPTY);
    }
    try {
      return Checkpoint.parse(latest.get().text());
    } catch (FaultException e) {
      throw new IOException("what was cosigned last is damaged: " + e.getMessage(), e);
    }
  }

  private WitnessAnswer cosign(String origin, SignedNote note) throws IOException {
    NoteSignature cosignature = signer.cosign(note.text(), clock.instant());
    memory.remember(origin, note.with(cosignature));
    return new Cosigned(List.of(cosignature));
  }

  /**
   * Returns the checkpoint that was cosigned last, with both signatures.
   *
   * @param originHash SHA-256 of the log's origin in hexadecimal digits; anything else finds none
   */
  public synchronized Optional<byte[]> latest(String originHash) throws IOException {
    return ORIGIN_HASH.matcher(originHash).matches()
        ? memory.latest(originHash).map(SignedNote::bytes)
        : Optional.empty();
  }
}
