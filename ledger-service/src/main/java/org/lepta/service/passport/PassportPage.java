package org.lepta.service.passport;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The form of a passport that checks itself: the page of the verifier with the file inside. The
 * JSON's {@code <} stand as {@code \\u003c}, so that no text in it can end the element.
 */
public final class PassportPage {

  private static final String BEGIN = "<script type=\"application/json\" id=\"passport\">";
  private static final String POLICY = "<script type=\"text/plain\" id=\"policy\">";
  private static final String END = "</script>";

  private PassportPage() {}

  /**
   * Puts a passport into the verifier's page.
   *
   * @param page of the verifier, with empty places for both
   * @param passport the file
   * @param policy whose keys the page offers to its reader, who has to accept them
   * @throws IllegalArgumentException if the page has no such place, or the policy holds a {@code <}
   */
  public static String of(String page, byte[] passport, String policy) {
    if (policy.indexOf('<') >= 0) {
      throw new IllegalArgumentException("the policy could end its element");
    }
    String json = new String(passport, StandardCharsets.UTF_8).replace("<", "\\u003c");
    return put(put(page, BEGIN, json), POLICY, policy);
  }

  private static String put(String page, String begin, String content) {
    int place = page.indexOf(begin + END);
    if (place < 0) {
      throw new IllegalArgumentException("the page has no place for " + begin);
    }
    int at = place + begin.length();
    return page.substring(0, at) + content + page.substring(at);
  }

  /** The passport in a page: the bytes between the marks, as they stand there. */
  public static Optional<byte[]> passport(byte[] page) {
    // Byte for byte: what is between the marks is judged by whoever reads it.
    String text = new String(page, StandardCharsets.ISO_8859_1);
    int begin = text.indexOf(BEGIN);
    int end = begin < 0 ? -1 : text.indexOf(END, begin);
    return end < 0
        ? Optional.empty()
        : Optional.of(
            text.substring(begin + BEGIN.length(), end).getBytes(StandardCharsets.ISO_8859_1));
  }
}
