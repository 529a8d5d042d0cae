package org.lepta.service.transparency;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lepta.service.kernel.Sha256;

/**
 * Which texts were withdrawn and when: a file of 40-byte records, commitment (32), day since
 * 1970-01-01 (4), CRC-32C of these (4). A withdrawal is durable here before its text is erased, so
 * that an interrupted erasure is finished at the next opening.
 */
final class TextWithdrawals implements AutoCloseable {

  private static final int RECORD_BYTES = 40;
  private static final int CHECKED_BYTES = 36;

  private final FileChannel channel;
  private final Map<Sha256, LocalDate> days = new HashMap<>();

  private TextWithdrawals(FileChannel channel) {
    this.channel = channel;
  }

  static TextWithdrawals open(Path file) throws IOException {
    TextWithdrawals withdrawals =
        new TextWithdrawals(
            FileChannel.open(
                file,
                StandardOpenOption.CREATE,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE));
    withdrawals.load(file);
    return withdrawals;
  }

  @Nullable LocalDate day(Sha256 commitment) {
    return days.get(commitment);
  }

  int count() {
    return days.size();
  }

  Set<Sha256> commitments() {
    return Set.copyOf(days.keySet());
  }

  /** Returns when the withdrawal is durable. */
  void add(Sha256 commitment, LocalDate day) throws IOException {
    ByteBuffer out = ByteBuffer.allocate(RECORD_BYTES);
    commitment.writeTo(out);
    out.putInt(Math.toIntExact(day.toEpochDay()));
    out.putInt(TextRecord.checksum(out.slice(0, CHECKED_BYTES))).flip();
    long at = (long) days.size() * RECORD_BYTES;
    while (out.hasRemaining()) {
      channel.write(out, at + out.position());
    }
    channel.force(true);
    days.put(commitment, day);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  private void load(Path file) throws IOException {
    ByteBuffer in = ByteBuffer.allocate(Math.toIntExact(channel.size()));
    int read = 0;
    while (in.hasRemaining() && read >= 0) {
      read = channel.read(in, in.position());
    }
    in.flip();
    while (in.remaining() >= RECORD_BYTES) {
      int expected = TextRecord.checksum(in.slice(in.position(), CHECKED_BYTES));
      Sha256 commitment = Sha256.readFrom(in);
      LocalDate day = LocalDate.ofEpochDay(in.getInt());
      if (in.getInt() != expected) {
        requireTail(in, file);
        break;
      }
      days.put(commitment, day);
    }
    channel.truncate((long) days.size() * RECORD_BYTES);
  }

  /** Only the last withdrawal can have been cut off by a crash. */
  private static void requireTail(ByteBuffer in, Path file) {
    if (in.hasRemaining()) {
      throw new TextStoreException(
          "a withdrawal before the place " + in.position() + " of " + file + " is damaged");
    }
  }
}
