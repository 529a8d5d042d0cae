package org.lepta.service.transparency.proof;

import java.nio.ByteBuffer;
import java.time.Instant;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/**
 * A name with an Ed25519 private key. The same text always gives the same signature. Thread-safe;
 * never prints its secret.
 */
public final class NoteSigner {

  /** The length of a seed (RFC 8032: the private key) in bytes. */
  public static final int SEED_BYTES = Ed25519PrivateKeyParameters.KEY_SIZE;

  private final Ed25519PrivateKeyParameters secret;
  private final VerifierKey key;

  private NoteSigner(String name, SignatureType type, byte[] seed) {
    if (seed.length != SEED_BYTES) {
      throw new IllegalArgumentException("a seed has " + SEED_BYTES + " bytes");
    }
    this.secret = new Ed25519PrivateKeyParameters(seed, 0);
    try {
      this.key = VerifierKey.of(name, type, secret.generatePublicKey().getEncoded());
    } catch (FaultException e) {
      throw new IllegalArgumentException(e.detail(), e);
    }
  }

  /**
   * The signer of a log.
   *
   * @param origin the log's origin, which is the name of its key
   * @param seed 32 random bytes, which are copied
   * @throws IllegalArgumentException if no key may have the name, or the seed has not 32 bytes
   */
  public static NoteSigner ofLog(String origin, byte[] seed) {
    return new NoteSigner(origin, SignatureType.ED25519, seed);
  }

  /** The signer of a witness; one key stands for one name and one set of promises. */
  public static NoteSigner ofWitness(String name, byte[] seed) {
    return new NoteSigner(name, SignatureType.COSIGNATURE_V1, seed);
  }

  /** Returns the public half. */
  public VerifierKey verifierKey() {
    return key;
  }

  /**
   * Signs a text as a log; {@link NoteSignature#line()} is what goes into the note.
   *
   * @throws IllegalStateException if this is a witness's key
   */
  public NoteSignature sign(NoteText text) {
    require(SignatureType.ED25519);
    return new NoteSignature(key.id(), raw(text.bytes()));
  }

  /**
   * Cosigns a checkpoint as a witness.
   *
   * @param time when the witness saw it; only its whole seconds count
   * @throws IllegalStateException if this is a log's key
   * @throws IllegalArgumentException if the time is before 1970 or after the year 9999
   */
  public NoteSignature cosign(NoteText checkpoint, Instant time) {
    require(SignatureType.COSIGNATURE_V1);
    long seconds = time.getEpochSecond();
    if (seconds < 0 || seconds > CosignedMessage.LATEST) {
      throw new IllegalArgumentException("no cosignature can carry the time " + time);
    }
    byte[] signature = raw(CosignedMessage.bytes(seconds, checkpoint));
    return new NoteSignature(
        key.id(),
        ByteBuffer.allocate(Long.BYTES + signature.length).putLong(seconds).put(signature).array());
  }

  private void require(SignatureType type) {
    if (key.type() != type) {
      throw new IllegalStateException("the key " + key.id() + " is of the kind " + key.type());
    }
  }

  private byte[] raw(byte[] message) {
    byte[] signature = new byte[Ed25519.SIGNATURE_SIZE];
    secret.sign(Ed25519.Algorithm.Ed25519, null, message, 0, message.length, signature, 0);
    return signature;
  }

  @Override
  public String toString() {
    return "signer of " + key;
  }
}
