package org.lepta.service.transparency.proof;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A public key with its name and kind, written as a vkey (C2SP signed-note): {@code name+key ID in
 * hex+base64(kind || key)}. Immutable, equal by content; holds only keys that an honest signer can
 * have.
 */
public final class VerifierKey {

  private final KeyId id;
  private final SignatureType type;
  private final byte[] publicKey;

  private VerifierKey(String name, SignatureType type, byte[] publicKey) {
    this.id = KeyId.of(name, type.code(), publicKey);
    this.type = type;
    this.publicKey = publicKey.clone();
  }

  /**
   * Takes a public key of 32 bytes.
   *
   * @throws FaultException with {@link Fault#KEY_MALFORMED} for a name that no key may have, with
   *     {@link Fault#KEY_UNSAFE} for bytes that are no point of the prime-order group
   */
  public static VerifierKey of(String name, SignatureType type, byte[] publicKey)
      throws FaultException {
    if (!KeyId.isName(name)) {
      throw malformed("the name of the key is not valid");
    }
    if (!Ed25519Check.isSafeKey(publicKey)) {
      throw new FaultException(Fault.KEY_UNSAFE, "no honest signer has this public key");
    }
    return new VerifierKey(name, type, publicKey);
  }

  /**
   * Reads a vkey, in the one form that {@link #toString()} writes.
   *
   * @throws FaultException with {@link Fault#KEY_MALFORMED}, {@link Fault#KEY_UNSUPPORTED} or
   *     {@link Fault#KEY_UNSAFE}
   */
  public static VerifierKey parse(String vkey) throws FaultException {
    // The base64 may hold a plus as well, names may not.
    String[] parts = vkey.split("\\+", 3);
    if (parts.length != 3) {
      throw malformed("a verifier key has a name, a key ID and a key");
    }
    Optional<byte[]> bytes = StrictText.base64(parts[2]);
    if (bytes.isEmpty() || bytes.get().length == 0) {
      throw malformed("the key is not base64 in its canonical form");
    }
    Optional<SignatureType> type = SignatureType.of(bytes.get()[0]);
    if (type.isEmpty()) {
      throw new FaultException(
          Fault.KEY_UNSUPPORTED, "keys of kind " + (bytes.get()[0] & 0xFF) + " are not checked");
    }
    byte[] publicKey = Arrays.copyOfRange(bytes.get(), 1, bytes.get().length);
    if (publicKey.length != Ed25519Check.KEY_BYTES) {
      throw malformed("an Ed25519 key has 32 bytes, not " + publicKey.length);
    }
    VerifierKey key = of(parts[0], type.get(), publicKey);
    if (!key.id.hex().equals(parts[1])) {
      throw malformed("the key ID is not that of this name and key");
    }
    return key;
  }

  private static FaultException malformed(String detail) {
    return new FaultException(Fault.KEY_MALFORMED, detail);
  }

  /** Returns the name: the origin of a log, or a witness. */
  public String name() {
    return id.name();
  }

  /** Returns what signature lines of this key say. */
  public KeyId id() {
    return id;
  }

  /** Returns the kind of its signatures. */
  public SignatureType type() {
    return type;
  }

  /** Returns a copy of the 32 bytes. */
  public byte[] publicKey() {
    return publicKey.clone();
  }

  /** Returns whether both wrap the same public key, under whatever name and kind. */
  public boolean isSameKeyAs(VerifierKey other) {
    return Arrays.equals(publicKey, other.publicKey);
  }

  /**
   * Checks a signature of this key over a text.
   *
   * @param signature a signature line with this key's {@link #id()}
   * @throws FaultException with {@link Fault#SIGNATURE_INVALID}
   */
  public VerifiedSignature verify(NoteText text, NoteSignature signature) throws FaultException {
    byte[] bytes = signature.signature();
    if (!signature.keyId().equals(id)) {
      throw invalid("the signature names another key than " + id);
    }
    return switch (type) {
      case ED25519 -> {
        requireValid(text.bytes(), bytes);
        yield new VerifiedSignature(this, null);
      }
      case COSIGNATURE_V1 -> verifyCosignature(text, bytes);
    };
  }

  private VerifiedSignature verifyCosignature(NoteText text, byte[] bytes) throws FaultException {
    if (bytes.length != Long.BYTES + Ed25519Check.SIGNATURE_BYTES) {
      throw invalid("a cosignature of " + id + " has a wrong length");
    }
    long seconds = ByteBuffer.wrap(bytes).getLong();
    if (seconds < 0 || seconds > CosignedMessage.LATEST) {
      throw invalid("a cosignature of " + id + " has an impossible time");
    }
    requireValid(
        CosignedMessage.bytes(seconds, text), Arrays.copyOfRange(bytes, Long.BYTES, bytes.length));
    return new VerifiedSignature(this, CosignedMessage.time(seconds));
  }

  private void requireValid(byte[] message, byte[] signature) throws FaultException {
    if (!Ed25519Check.holds(publicKey, message, signature)) {
      throw invalid("the signature of " + id + " does not verify");
    }
  }

  private static FaultException invalid(String detail) {
    return new FaultException(Fault.SIGNATURE_INVALID, detail);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof VerifierKey that
        && id.equals(that.id)
        && type == that.type
        && Arrays.equals(publicKey, that.publicKey);
  }

  @Override
  public int hashCode() {
    return id.hashCode();
  }

  /** Returns the vkey. */
  @Override
  public String toString() {
    byte[] bytes =
        ByteBuffer.allocate(1 + publicKey.length).put(type.code()).put(publicKey).array();
    return id + "+" + StrictText.base64(bytes);
  }
}
