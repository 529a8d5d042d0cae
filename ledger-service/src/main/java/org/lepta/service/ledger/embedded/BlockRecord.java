package org.lepta.service.ledger.embedded;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * One record of the block file: a header of 24 bytes, then Fabric's {@code common.Block}. The header is
 * {@code LBLK}, block number (8), length (4), CRC-32C of the block (4), CRC-32C of the 20 bytes before
 * (4), big-endian. A checksum of its own lets a damaged length be told from a torn end.
 *
 * @param number block number
 * @param length bytes of the block
 * @param checksum CRC-32C of the block
 */
record BlockRecord(long number, int length, int checksum) {
  static final int HEADER = 24;
  static final int MAGIC = 0x4c424c4b;
  private static final int CHECKED = HEADER - Integer.BYTES;

  static BlockRecord of(long number, byte[] block) {
    return new BlockRecord(number, block.length, crc(ByteBuffer.wrap(block)));
  }

  /** Returns the header, ready to be written. */
  ByteBuffer header() {
    ByteBuffer bytes = ByteBuffer.allocate(HEADER);
    bytes.putInt(MAGIC).putLong(number).putInt(length).putInt(checksum);
    bytes.putInt(crc(bytes.slice(0, CHECKED)));
    return bytes.flip();
  }

  /** Reads a header; empty if these 24 bytes are none. */
  static Optional<BlockRecord> parse(ByteBuffer bytes) {
    if (bytes.remaining() < HEADER) {
      return Optional.empty();
    }
    int at = bytes.position();
    int length = bytes.getInt(at + 12);
    if (bytes.getInt(at) != MAGIC
        || length < 0
        || bytes.getInt(at + CHECKED) != crc(bytes.slice(at, CHECKED))) {
      return Optional.empty();
    }
    return Optional.of(new BlockRecord(bytes.getLong(at + 4), length, bytes.getInt(at + 16)));
  }

  /** Returns whether these are the block's bytes. */
  boolean fits(byte[] block) {
    return block.length == length && crc(ByteBuffer.wrap(block)) == checksum;
  }

  /** Returns the offset behind a record that begins at the given one. */
  long end(long offset) {
    return offset + HEADER + length;
  }

  static int crc(ByteBuffer bytes) {
    CRC32C crc = new CRC32C();
    crc.update(bytes);
    return (int) crc.getValue();
  }
}
