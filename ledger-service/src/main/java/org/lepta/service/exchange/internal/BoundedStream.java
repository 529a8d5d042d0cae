package org.lepta.service.exchange.internal;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;
import org.lepta.service.exchange.FileRefusal;
import org.lepta.service.exchange.RefusedFileException;

/**
 * The unpacked bytes of a file, within {@link Limits}. Readers call {@link #step} at every event,
 * so that a single token of any length is refused before it fills the memory. Remembers where the
 * file ends, by which a cut-off file is told from a broken one.
 */
final class BoundedStream extends FilterInputStream {

  private final RawStream raw;
  private final @Nullable Utf8Check utf8;
  private long total;
  private long sinceStep;
  private long line = 1;
  private long column = 1;
  private boolean ended;

  BoundedStream(InputStream unpacked, RawStream raw, boolean utf8) {
    super(unpacked);
    this.raw = raw;
    this.utf8 = utf8 ? new Utf8Check() : null;
  }

  /** The parser came to its next event. */
  void step() {
    sinceStep = 0;
  }

  /** Whether a fault at this place is only that the file ends there. */
  boolean endsAt(long faultLine, long faultColumn) {
    return ended && (faultLine > line || (faultLine == line && faultColumn >= column));
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int count;
    try {
      count = super.read(buffer, offset, length);
    } catch (EOFException e) {
      throw new RefusedFileException(
          FileRefusal.FILE_TRUNCATED, "the packed file ends in the middle", e);
    } catch (ZipException e) {
      throw new RefusedFileException(
          FileRefusal.FILE_MALFORMED, "the packed file cannot be unpacked", e);
    }
    if (count < 0) {
      ended = true;
      return count;
    }
    total += count;
    sinceStep += count;
    requireBounded();
    follow(buffer, offset, count);
    return count;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  private void requireBounded() {
    if (sinceStep > Limits.STEP_BYTES) {
      throw tooLarge("more than " + (Limits.STEP_BYTES >> 20) + " MiB without a new element");
    }
    if (total > Limits.FILE_BYTES) {
      throw tooLarge("it unpacks to more than " + (Limits.FILE_BYTES >> 30) + " GiB");
    }
    if (total > Limits.RATIO_FROM && total / Limits.RATIO > raw.count()) {
      throw tooLarge("it unpacks to more than " + Limits.RATIO + " times its size");
    }
  }

  private RefusedFileException tooLarge(String what) {
    return new RefusedFileException(FileRefusal.FILE_TOO_LARGE, what + ", near line " + line);
  }

  private void follow(byte[] buffer, int offset, int count) {
    for (int i = offset; i < offset + count; i++) {
      byte b = buffer[i];
      // Most bytes are ASCII between ASCII: for those there is nothing to check.
      if (utf8 != null && (b < 0 || utf8.isInside()) && !utf8.take(b)) {
        throw new RefusedFileException(
            FileRefusal.FILE_ENCODING,
            "a byte that is no UTF-8, line " + line + ", column " + column);
      }
      if (b == '\n') {
        line++;
        column = 1;
      } else if ((b & 0xc0) != 0x80) {
        column++;
      }
    }
  }
}
