package org.lepta.service.ledger;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/** An immutable sequence of bytes with value equality; safe to share between threads. */
public final class Bytes {
  /** No bytes at all. */
  public static final Bytes EMPTY = new Bytes(new byte[0]);

  private final byte[] value;

  private Bytes(byte[] value) {
    this.value = value;
  }

  /** Returns the given bytes; later changes of the array are not seen. */
  public static Bytes of(byte[] value) {
    return value.length == 0 ? EMPTY : new Bytes(value.clone());
  }

  /** Returns the text in UTF-8. */
  public static Bytes utf8(String text) {
    return text.isEmpty() ? EMPTY : new Bytes(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Returns the bytes that lower- or upper-case hexadecimal text stands for. */
  public static Bytes hex(String text) {
    return new Bytes(HexFormat.of().parseHex(text));
  }

  /** Returns a copy of the bytes. */
  public byte[] toArray() {
    return value.clone();
  }

  /** Returns the number of bytes. */
  public int size() {
    return value.length;
  }

  /** Returns whether there are no bytes. */
  public boolean isEmpty() {
    return value.length == 0;
  }

  /** Returns the bytes read as UTF-8; what is not UTF-8 becomes U+FFFD. */
  public String toUtf8() {
    return new String(value, StandardCharsets.UTF_8);
  }

  /** Returns the bytes in lower-case hexadecimal. */
  public String toHex() {
    return HexFormat.of().formatHex(value);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Bytes bytes && Arrays.equals(value, bytes.value);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(value);
  }

  /** Returns the hexadecimal form, cut after 32 bytes so that a log line stays a line. */
  @Override
  public String toString() {
    return value.length <= 32
        ? toHex()
        : HexFormat.of().formatHex(value, 0, 32) + "... (" + value.length + " bytes)";
  }
}
