package org.lepta.service.kernel;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** A SHA-256 hash: exactly 32 bytes, immutable, equal by content. */
public final class Sha256 {

  /** The length of a hash in bytes. */
  public static final int LENGTH = 32;

  private static final HexFormat HEX = HexFormat.of();
  private static final int STREAM_CHUNK_BYTES = 64 * 1024;

  /** Never updated, only copied: looking for an algorithm costs as much as hashing two nodes. */
  private static final MessageDigest UNUSED = find();

  private final byte[] value;

  private Sha256(byte[] value) {
    this.value = value;
  }

  /**
   * Takes the bytes as they are; the array is copied.
   *
   * @throws IllegalArgumentException if there are not exactly 32 bytes
   */
  public static Sha256 of(byte[] bytes) {
    if (bytes.length != LENGTH) {
      throw new IllegalArgumentException("a SHA-256 hash has 32 bytes, not " + bytes.length);
    }
    return new Sha256(bytes.clone());
  }

  /**
   * Takes the next 32 bytes of the buffer and moves its position behind them.
   *
   * @throws java.nio.BufferUnderflowException if fewer than 32 bytes remain
   */
  public static Sha256 readFrom(ByteBuffer buffer) {
    byte[] bytes = new byte[LENGTH];
    buffer.get(bytes);
    return new Sha256(bytes);
  }

  /**
   * Reads 64 lower-case hexadecimal digits, the only form that {@link #hex()} writes.
   *
   * @throws IllegalArgumentException if the text is anything else, upper-case digits included
   */
  public static Sha256 ofHex(String hex) {
    boolean canonical =
        hex.length() == 2 * LENGTH && hex.chars().allMatch(Sha256::isLowerCaseHexDigit);
    if (!canonical) {
      throw new IllegalArgumentException("a SHA-256 hash is written as 64 digits of 0-9 and a-f");
    }
    return new Sha256(HEX.parseHex(hex));
  }

  /** Hashes the parts as if they were one array. */
  public static Sha256 digest(byte[]... parts) {
    Digester digester = digester();
    for (byte[] part : parts) {
      digester.update(part);
    }
    return digester.finish();
  }

  /**
   * Hashes the stream to its end in constant memory; the caller closes the stream.
   *
   * @throws IOException if the stream cannot be read
   */
  public static Sha256 digest(InputStream stream) throws IOException {
    Digester digester = digester();
    byte[] chunk = new byte[STREAM_CHUNK_BYTES];
    for (int read = stream.read(chunk); read >= 0; read = stream.read(chunk)) {
      digester.update(chunk, 0, read);
    }
    return digester.finish();
  }

  /** Starts a hash over parts that come one after the other. */
  public static Digester digester() {
    try {
      return new Digester((MessageDigest) UNUSED.clone());
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("Java's own SHA-256 can be copied", e);
    }
  }

  private static MessageDigest find() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** Returns a fresh copy of the 32 bytes. */
  public byte[] bytes() {
    return value.clone();
  }

  /**
   * Puts the 32 bytes into the buffer.
   *
   * @throws java.nio.BufferOverflowException if fewer than 32 bytes remain
   */
  public void writeTo(ByteBuffer buffer) {
    buffer.put(value);
  }

  /** Returns the hash as 64 lower-case hexadecimal digits. */
  public String hex() {
    return HEX.formatHex(value);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Sha256 that && Arrays.equals(value, that.value);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(value);
  }

  @Override
  public String toString() {
    return hex();
  }

  private static boolean isLowerCaseHexDigit(int c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
  }

  /** A hash under way. Not thread-safe; of no further use once finished. */
  public static final class Digester {

    private final MessageDigest digest;

    private Digester(MessageDigest digest) {
      this.digest = digest;
    }

    /** Adds one byte. */
    public Digester update(byte part) {
      digest.update(part);
      return this;
    }

    /** Adds the whole array. */
    public Digester update(byte[] part) {
      digest.update(part);
      return this;
    }

    /** Adds a section of the array. */
    public Digester update(byte[] part, int offset, int length) {
      digest.update(part, offset, length);
      return this;
    }

    /** Adds the bytes of another hash. */
    public Digester update(Sha256 part) {
      digest.update(part.value);
      return this;
    }

    /** Returns the hash of everything added. */
    public Sha256 finish() {
      return new Sha256(digest.digest());
    }
  }
}
