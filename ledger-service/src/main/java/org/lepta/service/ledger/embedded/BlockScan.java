package org.lepta.service.ledger.embedded;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Optional;
import org.lepta.service.ledger.BrokenLedgerException;
import org.lepta.service.ledger.BrokenLedgerException.Breach;

/**
 * Walks the records of a block file from its start. Tells a torn end, which a crash leaves and nobody
 * was told about, from damage, which is never passed over. Used by one thread.
 */
final class BlockScan {
  private static final int WINDOW = 1 << 20;

  private final FileChannel channel;
  private final long durable;
  private final long size;
  private long offset;
  private long number;

  /** A record found whole. */
  record Found(long offset, BlockRecord header, byte[] block) {}

  /**
   * Begins at the start of the file.
   *
   * @param durable bytes that must be whole
   * @throws BrokenLedgerException if the file is shorter than that
   */
  BlockScan(FileChannel channel, long durable) throws IOException {
    this.channel = channel;
    this.durable = durable;
    this.size = channel.size();
    if (size < durable) {
      String detail = size + " bytes are left of " + durable + " that were durable";
      throw new BrokenLedgerException(Breach.TRUNCATED, -1, detail);
    }
  }

  /** Returns the offset behind the last record found: the end of what is whole. */
  long offset() {
    return offset;
  }

  boolean isAtEnd() {
    return offset == size;
  }

  /**
   * Returns the next record.
   *
   * @return empty at the end of the file, and before a torn record
   * @throws BrokenLedgerException if a record is damaged
   */
  Optional<Found> next() throws IOException {
    if (isAtEnd()) {
      return Optional.empty();
    }
    Optional<BlockRecord> header = BlockRecord.parse(read(channel, offset, BlockRecord.HEADER));
    if (header.isEmpty()) {
      return tornOr(Breach.CHECKSUM, "no record header", false);
    }
    BlockRecord record = header.get();
    if (record.number() != number) {
      throw damaged(Breach.BLOCK_NUMBER, "found block " + record.number() + " in its place");
    }
    long end = record.end(offset);
    if (end > size) {
      return tornOr(Breach.CHECKSUM, "the record ends behind the file", false);
    }
    byte[] block = read(channel, offset + BlockRecord.HEADER, record.length()).array();
    if (!record.fits(block)) {
      return tornOr(Breach.CHECKSUM, "the block does not fit its checksum", end < size);
    }
    Found found = new Found(offset, record, block);
    offset = end;
    number++;
    return Optional.of(found);
  }

  private Optional<Found> tornOr(Breach breach, String detail, boolean followed)
      throws IOException {
    if (offset < durable || followed || isFollowedByRecord()) {
      throw damaged(breach, detail);
    }
    return Optional.empty();
  }

  private BrokenLedgerException damaged(Breach breach, String detail) {
    return new BrokenLedgerException(breach, number, detail + ", at offset " + offset);
  }

  /** One write is one record, so a torn one is the last: a whole header behind it means damage. */
  private boolean isFollowedByRecord() throws IOException {
    for (long from = offset + 1; from + BlockRecord.HEADER <= size; from += WINDOW) {
      ByteBuffer window = read(channel, from, WINDOW + BlockRecord.HEADER);
      for (int at = 0; at + BlockRecord.HEADER <= window.limit(); at++) {
        if (window.getInt(at) == BlockRecord.MAGIC
            && BlockRecord.parse(window.slice(at, BlockRecord.HEADER))
                .filter(record -> record.number() > number)
                .isPresent()) {
          return true;
        }
      }
    }
    return false;
  }

  /** Reads up to so many bytes; fewer at the end of the file. */
  static ByteBuffer read(FileChannel channel, long from, int count) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate((int) Math.clamp(channel.size() - from, 0, count));
    while (bytes.hasRemaining() && channel.read(bytes, from + bytes.position()) >= 0) {
      continue;
    }
    return bytes.flip();
  }
}
