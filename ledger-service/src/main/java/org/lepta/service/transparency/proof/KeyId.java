package org.lepta.service.transparency.proof;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.lepta.service.kernel.Sha256;

/**
 * What a signature line says of its key: its name and the first four bytes of a hash over name,
 * kind and public key (C2SP signed-note). Both together find the key; they prove nothing.
 *
 * @param name the name of the key: a URL without scheme, as a rule
 * @param number the four bytes, most significant first
 */
public record KeyId(String name, int number) {

  private static final byte NEWLINE = '\n';

  /**
   * Takes a name and a number.
   *
   * @throws IllegalArgumentException if {@link #isName} does not hold for the name
   */
  public KeyId {
    if (!isName(name)) {
      throw new IllegalArgumentException("a key's name is not empty and has no space and no plus");
    }
  }

  /** Computes the ID of a key. */
  static KeyId of(String name, byte type, byte[] publicKey) {
    Sha256 hash =
        Sha256.digester()
            .update(name.getBytes(StandardCharsets.UTF_8))
            .update(NEWLINE)
            .update(type)
            .update(publicKey)
            .finish();
    return new KeyId(name, ByteBuffer.wrap(hash.bytes()).getInt());
  }

  /** Returns whether a key may have this name: not empty, no Unicode space, no control, no plus. */
  public static boolean isName(String name) {
    return !name.isEmpty()
        && StrictText.isEncodable(name)
        && name.chars().noneMatch(c -> c == '+' || c < ' ' || isSpace(c));
  }

  /** The spaces of Unicode, written out so that no JDK's tables decide what a valid note is. */
  private static boolean isSpace(int c) {
    return switch (c) {
      case 0x20, 0x85, 0xA0, 0x1680, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000 -> true;
      default -> c >= 0x2000 && c <= 0x200A;
    };
  }

  /** Returns the number as eight lower-case hexadecimal digits. */
  public String hex() {
    return HexFormat.of().toHexDigits(number);
  }

  @Override
  public String toString() {
    return name + "+" + hex();
  }
}
