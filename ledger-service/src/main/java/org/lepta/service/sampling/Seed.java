package org.lepta.service.sampling;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import org.lepta.service.kernel.Sha256;

/**
 * The seed of a sample, and the numbers that come of it.
 *
 * @param hash of the opening and the note behind the draw
 */
public record Seed(Sha256 hash) {

  private static final byte[] SEED = "lepta/sample/seed/v1".getBytes(US_ASCII);
  private static final byte[] NUMBER = "lepta/sample/number/v1".getBytes(US_ASCII);
  private static final byte[] ZERO = {0};

  /**
   * The seed of a draw.
   *
   * @param note the exact bytes of the first checkpoint behind it, with all signature lines
   */
  public static Seed of(Opening opening, byte[] note) {
    return new Seed(
        Sha256.digest(
            SEED, ZERO, Sha256.digest(opening.bytes()).bytes(), Sha256.digest(note).bytes()));
  }

  /**
   * A number from 0 to below {@code bound}, each equally likely: the first 64 bits of hashes are
   * taken by counter, and those below 2^64 mod bound are thrown away.
   *
   * @param label what it is for
   * @param bound at least 1
   */
  public long below(String label, long bound) {
    long rejected = Long.remainderUnsigned(-bound, bound);
    byte[] name = Sha256.digest(label.getBytes(UTF_8)).bytes();
    for (long counter = 0; ; counter++) {
      byte[] count = ByteBuffer.allocate(Long.BYTES).putLong(counter).array();
      long drawn =
          ByteBuffer.wrap(Sha256.digest(NUMBER, ZERO, hash.bytes(), name, count).bytes()).getLong();
      if (Long.compareUnsigned(drawn, rejected) >= 0) {
        return Long.remainderUnsigned(drawn, bound);
      }
    }
  }
}
