package org.lepta.service.transparency.proof;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One signature line of a note, not yet verified: em dash, space, name of the key, space, base64 of
 * key ID and signature. Immutable, equal by content.
 */
public final class NoteSignature {

  private static final String START = "\u2014 ";

  private final KeyId keyId;
  private final byte[] signature;

  /**
   * Takes a signature of any length but none; the array is copied.
   *
   * @throws IllegalArgumentException if the signature is empty
   */
  public NoteSignature(KeyId keyId, byte[] signature) {
    if (signature.length == 0) {
      throw new IllegalArgumentException("a signature has bytes");
    }
    this.keyId = keyId;
    this.signature = signature.clone();
  }

  /**
   * Reads a line without its newline.
   *
   * @throws FaultException with {@link Fault#NOTE_MALFORMED}
   */
  public static NoteSignature parse(String line) throws FaultException {
    if (!line.startsWith(START)) {
      throw malformed("a signature line starts with an em dash and a space");
    }
    int space = line.indexOf(' ', START.length());
    if (space < 0) {
      throw malformed("a signature line has a name and a signature");
    }
    String name = line.substring(START.length(), space);
    if (!KeyId.isName(name)) {
      throw malformed("the name of the key is not valid");
    }
    Optional<byte[]> bytes = StrictText.base64(line.substring(space + 1));
    if (bytes.isEmpty()) {
      throw malformed("the signature is not base64 in its canonical form");
    }
    if (bytes.get().length <= Integer.BYTES) {
      throw malformed("the signature is too short");
    }
    ByteBuffer buffer = ByteBuffer.wrap(bytes.get());
    KeyId keyId = new KeyId(name, buffer.getInt());
    return new NoteSignature(
        keyId, Arrays.copyOfRange(bytes.get(), Integer.BYTES, bytes.get().length));
  }

  private static FaultException malformed(String detail) {
    return new FaultException(Fault.NOTE_MALFORMED, detail);
  }

  /** Returns name and number of the key that is said to have signed. */
  public KeyId keyId() {
    return keyId;
  }

  /** Returns a copy of the signature, without the key ID. */
  public byte[] signature() {
    return signature.clone();
  }

  /** Returns the line, its newline included: the only form that {@link #parse} reads. */
  public String line() {
    byte[] bytes =
        ByteBuffer.allocate(Integer.BYTES + signature.length)
            .putInt(keyId.number())
            .put(signature)
            .array();
    return START + keyId.name() + " " + StrictText.base64(bytes) + "\n";
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof NoteSignature that
        && keyId.equals(that.keyId)
        && Arrays.equals(signature, that.signature);
  }

  @Override
  public int hashCode() {
    return 31 * keyId.hashCode() + Arrays.hashCode(signature);
  }

  @Override
  public String toString() {
    return line();
  }
}
