package org.lepta.service.transparency.proof;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.lepta.service.kernel.Sha256;

/** Encodings with exactly one written form: whatever is written otherwise is not decoded. */
public final class StrictText {

  private static final String LONGEST = Long.toString(Long.MAX_VALUE);

  private StrictText() {}

  /** Decodes UTF-8; empty if the bytes are anything else. */
  public static Optional<String> utf8(byte[] bytes) {
    try {
      return Optional.of(
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes))
              .toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  /** Returns whether the text has a form in UTF-8, which unpaired surrogates have not. */
  static boolean isEncodable(String text) {
    return StandardCharsets.UTF_8.newEncoder().canEncode(text);
  }

  /**
   * Decodes padded standard base64 (RFC 4648 section 4). Decoders ignore the spare bits of the last
   * character and missing padding, so the result is encoded again and compared.
   */
  public static Optional<byte[]> base64(String text) {
    try {
      byte[] bytes = Base64.getDecoder().decode(text);
      return base64(bytes).equals(text) ? Optional.of(bytes) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Decodes the base64 of a hash. */
  public static Optional<Sha256> hash(String text) {
    return base64(text).filter(bytes -> bytes.length == Sha256.LENGTH).map(Sha256::of);
  }

  /** Encodes as padded standard base64. */
  public static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  /** Reads an ASCII decimal from 0 to 2^63-1 without sign and leading zeros. */
  static Optional<Long> decimal(String text) {
    boolean digits = !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
    boolean leadingZero = text.length() > 1 && text.charAt(0) == '0';
    boolean tooLarge =
        text.length() > LONGEST.length()
            || (text.length() == LONGEST.length() && text.compareTo(LONGEST) > 0);
    return digits && !leadingZero && !tooLarge
        ? Optional.of(Long.parseLong(text))
        : Optional.empty();
  }
}
