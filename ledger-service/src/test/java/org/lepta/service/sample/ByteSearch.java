package org.lepta.service.sample;

import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Looks for many texts in bytes at once: in UTF-8, in both byte orders of UTF-16, and as JSON
 * writes them with escapes.
 */
final class ByteSearch {

  private static final int WINDOW = Long.BYTES;
  private static final List<Charset> CHARSETS =
      List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE);

  // Never compared; the bytes are looked for, not looked at.
  @SuppressWarnings("ArrayRecordComponent")
  private record Needle(String text, byte[] bytes) {}

  private final Map<Long, List<Needle>> needles = new HashMap<>();

  ByteSearch(Collection<String> texts) {
    for (String text : Set.copyOf(texts)) {
      for (Charset charset : CHARSETS) {
        add(text, text.getBytes(charset));
      }
      add(text, escaped(text).getBytes(StandardCharsets.US_ASCII));
    }
  }

  private void add(String text, byte[] bytes) {
    if (bytes.length < WINDOW) {
      throw new IllegalArgumentException("too short to be told from chance: " + text);
    }
    needles
        .computeIfAbsent(ByteBuffer.wrap(bytes).getLong(), start -> new ArrayList<>())
        .add(new Needle(text, bytes));
  }

  private static String escaped(String text) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      out.append(c < 0x80 ? String.valueOf(c) : "\\u%04x".formatted((int) c));
    }
    return out.toString();
  }

  /** The texts that stand in the bytes. */
  Set<String> found(byte[] content) {
    Set<String> found = new TreeSet<>();
    long window = 0;
    for (int end = 0; end < content.length; end++) {
      window = (window << Byte.SIZE) | (content[end] & 0xff);
      int start = end - WINDOW + 1;
      List<Needle> candidates = start < 0 ? null : needles.get(window);
      if (candidates != null) {
        for (Needle needle : candidates) {
          if (standsAt(content, start, needle.bytes())) {
            found.add(needle.text());
          }
        }
      }
    }
    return found;
  }

  private static boolean standsAt(byte[] content, int start, byte[] bytes) {
    return start + bytes.length <= content.length
        && java.util.Arrays.equals(content, start, start + bytes.length, bytes, 0, bytes.length);
  }
}
