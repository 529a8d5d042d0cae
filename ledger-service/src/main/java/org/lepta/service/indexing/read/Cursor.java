package org.lepta.service.indexing.read;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import org.lepta.service.kernel.Sha256;

/**
 * Where a list goes on: the last leaf index that was handed out, bound to the list it was handed
 * out for. A cursor of another list, of another order or with a changed character is refused.
 */
final class Cursor {

  private static final byte[] DOMAIN = "lepta cursor 1\n".getBytes(StandardCharsets.US_ASCII);
  private static final int CHECK_BYTES = 10;
  private static final int TEXT_LENGTH = 24;

  private Cursor() {}

  static String after(String list, long last) {
    byte[] bytes = ByteBuffer.allocate(Long.BYTES + CHECK_BYTES).putLong(last).array();
    System.arraycopy(check(list, last), 0, bytes, Long.BYTES, CHECK_BYTES);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** The last key that was handed out. */
  static long parse(String list, String text) {
    if (text.length() != TEXT_LENGTH) {
      throw invalid();
    }
    byte[] bytes;
    try {
      bytes = Base64.getUrlDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      throw invalid();
    }
    long last = ByteBuffer.wrap(bytes).getLong();
    byte[] given = Arrays.copyOfRange(bytes, Long.BYTES, bytes.length);
    if (!MessageDigest.isEqual(given, check(list, last))) {
      throw invalid();
    }
    return last;
  }

  private static byte[] check(String list, long last) {
    byte[] number = ByteBuffer.allocate(Long.BYTES).putLong(last).array();
    byte[] digest = Sha256.digest(DOMAIN, number, list.getBytes(StandardCharsets.UTF_8)).bytes();
    return Arrays.copyOf(digest, CHECK_BYTES);
  }

  private static RuntimeException invalid() {
    return ReadCode.CURSOR_INVALID.refusal(
        "The cursor was not given out for this list with these filters.");
  }
}
