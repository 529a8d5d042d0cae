package org.lepta.service.transparency;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;
import org.lepta.service.kernel.Sha256;

/**
 * One text as it stands in a segment: length of the body (4 bytes), commitment (32), CRC-32C of the
 * body (4), CRC-32C of the 40 bytes before (4), body (canonical JSON). Numbers are big-endian.
 *
 * @param commitment the hash under which the body is found
 * @param bodyLength in bytes
 * @param bodyChecksum of the body as it was written
 */
record TextRecord(Sha256 commitment, int bodyLength, int bodyChecksum) {

  static final int HEADER_BYTES = 44;

  /** A text in which every byte is written as a six-byte escape, and the members around it. */
  static final int MAX_BODY_BYTES = 6 * SaltedText.MAX_TEXT_BYTES + 256;

  private static final int CHECKED_HEADER_BYTES = 40;

  /** Writes header and body behind one another. */
  static void write(ByteBuffer out, Sha256 commitment, byte[] body) {
    int start = out.position();
    out.putInt(body.length);
    commitment.writeTo(out);
    out.putInt(checksum(ByteBuffer.wrap(body)));
    out.putInt(checksum(out.slice(start, CHECKED_HEADER_BYTES)));
    out.put(body);
  }

  /** Reads a header; null where none stands. */
  static @Nullable TextRecord readHeader(ByteBuffer in) {
    if (in.remaining() < HEADER_BYTES) {
      return null;
    }
    int expected = checksum(in.slice(in.position(), CHECKED_HEADER_BYTES));
    int length = in.getInt();
    TextRecord header = new TextRecord(Sha256.readFrom(in), length, in.getInt());
    boolean valid = in.getInt() == expected && length > 0 && length <= MAX_BODY_BYTES;
    return valid ? header : null;
  }

  int totalBytes() {
    return HEADER_BYTES + bodyLength;
  }

  boolean matches(ByteBuffer body) {
    return checksum(body) == bodyChecksum;
  }

  static int checksum(ByteBuffer bytes) {
    CRC32C crc = new CRC32C();
    crc.update(bytes);
    return (int) crc.getValue();
  }
}
