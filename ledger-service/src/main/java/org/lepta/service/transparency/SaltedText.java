package org.lepta.service.transparency;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.lepta.service.kernel.Refusal;
import org.lepta.service.kernel.Sha256;

/**
 * A free text with the random salt that keeps its hash from being guessed. Immutable.
 *
 * <p>Its commitment is {@code SHA-256("lepta/text/v1" || 0x00 || salt || text)} with the ASCII
 * bytes of the label, one zero byte, the 32 bytes of the salt and the UTF-8 of the text
 * (docs/reference/leaf-format). The language tag is a hint for display and no part of it.
 */
public final class SaltedText {

  /** The length of a salt in bytes. */
  public static final int SALT_BYTES = 32;

  /** The greatest length of a text in bytes of UTF-8. */
  public static final int MAX_TEXT_BYTES = 64 * 1024;

  /** The code of the refusal of a text above {@link #MAX_TEXT_BYTES}. */
  public static final String TOO_LONG = "text-too-long";

  /** The code of the refusal of lone surrogates and of U+0000. */
  public static final String NOT_UNICODE = "text-not-unicode";

  /** The code of the refusal of a language tag that is not one of BCP 47. */
  public static final String INVALID_LANGUAGE = "text-language-invalid";

  private static final byte[] LABEL = "lepta/text/v1\0".getBytes(StandardCharsets.US_ASCII);
  private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}");

  private final byte[] salt;
  private final String text;
  private final @Nullable String language;
  private final Sha256 commitment;

  private SaltedText(byte[] salt, String text, @Nullable String language, Sha256 commitment) {
    this.salt = salt;
    this.text = text;
    this.language = language;
    this.commitment = commitment;
  }

  /**
   * Joins a text and the salt that it already has.
   *
   * @throws IllegalArgumentException if the salt has not 32 bytes
   * @throws org.lepta.service.kernel.RefusalException with {@link #TOO_LONG}, {@link #NOT_UNICODE}
   *     or {@link #INVALID_LANGUAGE}
   */
  public static SaltedText of(byte[] salt, String text, @Nullable String language) {
    if (salt.length != SALT_BYTES) {
      throw new IllegalArgumentException("a salt has 32 bytes, not " + salt.length);
    }
    if (language != null && !LANGUAGE.matcher(language).matches()) {
      throw new Refusal(INVALID_LANGUAGE, "The language is not a BCP 47 tag.").exception();
    }
    byte[] own = salt.clone();
    return new SaltedText(own, text, language, Sha256.digest(LABEL, own, utf8(text)));
  }

  /** Gives a new text its salt; throws as {@link #of}. */
  public static SaltedText salted(String text, @Nullable String language, SecureRandom random) {
    byte[] salt = new byte[SALT_BYTES];
    random.nextBytes(salt);
    return of(salt, text, language);
  }

  /** Returns the hash by which the ledger knows this text. */
  public Sha256 commitment() {
    return commitment;
  }

  /** Returns a fresh copy of the salt. */
  public byte[] salt() {
    return salt.clone();
  }

  /** Returns the text. */
  public String text() {
    return text;
  }

  /** Returns the BCP 47 tag of the text's language, if it was stated. */
  public @Nullable String language() {
    return language;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SaltedText that
        && Arrays.equals(salt, that.salt)
        && text.equals(that.text)
        && Objects.equals(language, that.language);
  }

  @Override
  public int hashCode() {
    return commitment.hashCode();
  }

  /** Says the commitment only, since logs outlive a withdrawal. */
  @Override
  public String toString() {
    return "SaltedText[" + commitment + "]";
  }

  private static byte[] utf8(String text) {
    if (text.length() > MAX_TEXT_BYTES) {
      throw tooLong();
    }
    try {
      ByteBuffer encoded = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
      if (encoded.remaining() > MAX_TEXT_BYTES) {
        throw tooLong();
      }
      // PostgreSQL, where texts are indexed for search, has no place for U+0000.
      if (text.indexOf('\0') >= 0) {
        throw new Refusal(NOT_UNICODE, "The text holds the character U+0000.").exception();
      }
      byte[] bytes = new byte[encoded.remaining()];
      encoded.get(bytes);
      return bytes;
    } catch (CharacterCodingException e) {
      throw new Refusal(NOT_UNICODE, "The text is not well-formed Unicode.").exception();
    }
  }

  private static RuntimeException tooLong() {
    return new Refusal(TOO_LONG, "The text has more than 65,536 bytes.").exception();
  }
}
