package org.lepta.service.network;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32;

/**
 * Gzip (RFC 1952) without compression. What is packed is compressed already, and what a compressor
 * writes depends on the version of its library; these bytes do not.
 */
final class StoredGzip {
  private static final byte[] HEADER = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, (byte) 0xff};
  private static final int LONGEST = 0xffff;
  private static final int BLOCK_HEADER = 5;
  private static final int TRAILER = 8;

  private StoredGzip() {}

  static byte[] of(byte[] content) {
    int blocks = Math.max(1, Math.ceilDiv(content.length, LONGEST));
    ByteBuffer out =
        ByteBuffer.allocate(HEADER.length + blocks * BLOCK_HEADER + content.length + TRAILER)
            .order(ByteOrder.LITTLE_ENDIAN)
            .put(HEADER);
    for (int block = 0; block < blocks; block++) {
      int from = block * LONGEST;
      int length = Math.min(LONGEST, content.length - from);
      out.put((byte) (block == blocks - 1 ? 1 : 0))
          .putShort((short) length)
          .putShort((short) ~length)
          .put(content, from, length);
    }
    CRC32 sum = new CRC32();
    sum.update(content);
    return out.putInt((int) sum.getValue()).putInt(content.length).array();
  }
}
