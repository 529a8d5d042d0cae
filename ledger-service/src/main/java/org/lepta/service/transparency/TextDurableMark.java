package org.lepta.service.transparency;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Up to where the texts are known to be durable: a file of 16 bytes, number of the last segment
 * (4), its durable end (8), CRC-32C of these (4).
 *
 * <p>Written after the texts are durable and so never ahead of them, only behind. Damage before the
 * mark is a fault of the disk and is reported; what is broken behind it was never promised to
 * anybody and is cut off.
 */
final class TextDurableMark implements AutoCloseable {

  private static final int BYTES = 16;
  private static final int CHECKED_BYTES = 12;

  private final FileChannel channel;
  private int segment;
  private long end;

  private TextDurableMark(FileChannel channel) {
    this.channel = channel;
  }

  static TextDurableMark open(Path file) throws IOException {
    TextDurableMark mark =
        new TextDurableMark(
            FileChannel.open(
                file,
                StandardOpenOption.CREATE,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE));
    mark.load();
    return mark;
  }

  int segment() {
    return segment;
  }

  /** Returns the durable end of the segment; all earlier segments are durable as a whole. */
  long endOf(int number) {
    return number == segment ? end : number < segment ? Long.MAX_VALUE : 0;
  }

  /** Moves the mark forward; an older one is ignored. */
  void move(int toSegment, long toEnd) throws IOException {
    if (toSegment < segment || (toSegment == segment && toEnd <= end)) {
      return;
    }
    ByteBuffer out = ByteBuffer.allocate(BYTES).putInt(toSegment).putLong(toEnd);
    out.putInt(TextRecord.checksum(out.slice(0, CHECKED_BYTES))).flip();
    while (out.hasRemaining()) {
      channel.write(out, out.position());
    }
    segment = toSegment;
    end = toEnd;
  }

  @Override
  public void close() throws IOException {
    channel.force(true);
    channel.close();
  }

  private void load() throws IOException {
    ByteBuffer in = ByteBuffer.allocate(BYTES);
    int read = 0;
    while (in.hasRemaining() && read >= 0) {
      read = channel.read(in, in.position());
    }
    // A mark that was itself cut off by a crash counts as none.
    if (!in.hasRemaining()
        && in.getInt(CHECKED_BYTES) == TextRecord.checksum(in.slice(0, CHECKED_BYTES))) {
      segment = in.getInt(0);
      end = in.getLong(Integer.BYTES);
    }
  }
}
