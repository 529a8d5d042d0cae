package org.lepta.service.ledger.embedded;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * The file {@code blocks.mark}: how many bytes and blocks of the block file are known to be durable. It
 * is written after the block file was forced, and forced itself at start and close only, so after a
 * power cut it may lag but never leads. Below it nothing may be missing or damaged; above it the last
 * record may be torn.
 */
final class DurableMark implements AutoCloseable {
  private static final int SIZE = 20;

  private final FileChannel channel;

  /** What the mark says. */
  record Value(long bytes, long height) {}

  DurableMark(Path file) throws IOException {
    channel =
        FileChannel.open(
            file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.CREATE);
  }

  /** Reads a mark; empty if there is none, or none that can be read. */
  static Optional<Value> read(Path file) throws IOException {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
    if (bytes.remaining() != SIZE || bytes.getInt(16) != BlockRecord.crc(bytes.slice(0, 16))) {
      return Optional.empty();
    }
    return Optional.of(new Value(bytes.getLong(0), bytes.getLong(8)));
  }

  void write(Value value) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(SIZE);
    bytes.putLong(value.bytes()).putLong(value.height());
    bytes.putInt(BlockRecord.crc(bytes.slice(0, 16))).flip();
    channel.write(bytes, 0);
  }

  void force() throws IOException {
    channel.force(true);
  }

  @Override
  public void close() throws IOException {
    force();
    channel.close();
  }
}
