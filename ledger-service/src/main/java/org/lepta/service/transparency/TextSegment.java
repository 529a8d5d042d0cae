package org.lepta.service.transparency;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.lepta.service.kernel.Sha256;

/**
 * One append-only file of texts: 8 magic bytes, then records. What was appended is held in memory
 * until {@link #flush}. Its caller keeps appending and reading apart.
 */
final class TextSegment implements AutoCloseable {

  static final int MAGIC_BYTES = 8;

  private static final byte[] MAGIC = "LPTTEXT1".getBytes(StandardCharsets.US_ASCII);
  private static final int PENDING_BYTES = 1 << 20;

  private final Path file;
  private final FileChannel channel;
  private final ByteBuffer pending;
  private long flushed;

  private TextSegment(Path file, FileChannel channel, ByteBuffer pending) {
    this.file = file;
    this.channel = channel;
    this.pending = pending;
  }

  /** Opens the file; makes it when it is missing. Records are known after {@link #scan}. */
  static TextSegment open(Path file) throws IOException {
    FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    TextSegment segment = new TextSegment(file, channel, ByteBuffer.allocate(PENDING_BYTES));
    segment.flushed = channel.size();
    return segment;
  }

  /** Makes this the file that it is when it has no records. */
  void begin() throws IOException {
    channel.truncate(0);
    channel.write(ByteBuffer.wrap(MAGIC), 0);
    flushed = MAGIC_BYTES;
    force();
  }

  Path file() {
    return file;
  }

  /** Returns where the next record will stand. */
  long end() {
    return flushed + pending.position();
  }

  /**
   * Shows all records in order and returns where the last whole one ends.
   *
   * @param checkedFrom bodies from here on are checked too, for they may have been cut off
   */
  long scan(long checkedFrom, Visitor visitor) throws IOException {
    long size = channel.size();
    if (size < MAGIC_BYTES) {
      return 0;
    }
    try (Arena arena = Arena.ofConfined()) {
      ByteBuffer in = channel.map(FileChannel.MapMode.READ_ONLY, 0, size, arena).asByteBuffer();
      byte[] magic = new byte[MAGIC_BYTES];
      in.get(magic);
      if (!Arrays.equals(magic, MAGIC)) {
        return 0;
      }
      return scanRecords(in, checkedFrom, visitor);
    }
  }

  private static long scanRecords(ByteBuffer in, long checkedFrom, Visitor visitor)
      throws IOException {
    int start = in.position();
    TextRecord header = TextRecord.readHeader(in);
    while (header != null && header.bodyLength() <= in.remaining()) {
      ByteBuffer body = in.slice(in.position(), header.bodyLength());
      if (!visitor.visit(start, header, start >= checkedFrom ? body : null)) {
        return start;
      }
      start += header.totalBytes();
      in.position(start);
      header = TextRecord.readHeader(in);
    }
    return start;
  }

  /** Appends a record and returns its place; it is on the disk after {@link #flush}. */
  long append(Sha256 commitment, byte[] body) throws IOException {
    if (pending.remaining() < TextRecord.HEADER_BYTES + body.length) {
      flush();
    }
    long place = end();
    TextRecord.write(pending, commitment, body);
    return place;
  }

  /** Hands everything appended to the system and returns the file's end. */
  long flush() throws IOException {
    pending.flip();
    while (pending.hasRemaining()) {
      flushed += channel.write(pending, flushed);
    }
    pending.clear();
    return flushed;
  }

  /** Returns when everything flushed is durable. */
  void force() throws IOException {
    channel.force(false);
  }

  TextRecord header(long place) throws IOException {
    TextRecord header = TextRecord.readHeader(read(place, TextRecord.HEADER_BYTES));
    if (header == null) {
      throw new TextStoreException("no text at " + place + " of " + file);
    }
    return header;
  }

  ByteBuffer body(long place, TextRecord header) throws IOException {
    return read(place + TextRecord.HEADER_BYTES, header.bodyLength());
  }

  /** Overwrites the body with zeros, durably; the record must have been flushed. */
  void erase(long place, TextRecord header) throws IOException {
    ByteBuffer zeros = ByteBuffer.allocate(header.bodyLength());
    long at = place + TextRecord.HEADER_BYTES;
    while (zeros.hasRemaining()) {
      at += channel.write(zeros, at);
    }
    force();
  }

  /** Cuts off what stands behind the last whole record. */
  void cut(long end) throws IOException {
    channel.truncate(end);
    flushed = end;
    force();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  private ByteBuffer read(long from, int length) throws IOException {
    if (from >= flushed) {
      return pending.duplicate().clear().slice((int) (from - flushed), length);
    }
    ByteBuffer bytes = ByteBuffer.allocate(length);
    while (bytes.hasRemaining()) {
      if (channel.read(bytes, from + bytes.position()) < 0) {
        throw new TextStoreException(file + " ends within the text at " + from);
      }
    }
    return bytes.flip();
  }

  /** Is shown the records of a segment. */
  @FunctionalInterface
  interface Visitor {

    /**
     * Takes a record; answers whether it is whole.
     *
     * @param body null where it need not be checked
     */
    boolean visit(long place, TextRecord header, @Nullable ByteBuffer body) throws IOException;
  }
}
