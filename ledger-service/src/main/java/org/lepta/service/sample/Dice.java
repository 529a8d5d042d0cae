package org.lepta.service.sample;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.lepta.ledger.entry.Hash;
import org.lepta.service.kernel.Sha256;

/**
 * A stream of chances that depends on seed and name alone; integers only, so that no two machines
 * can disagree. Not thread-safe.
 *
 * <p>Hashes and handles from here can be guessed by whoever knows the seed. That is right for
 * invented data only: a real donor's commitment needs a secret random value.
 */
final class Dice {

  private final String name;
  private final Random random;
  private long drawn;

  Dice(long seed, String name) {
    this.name = seed + "/" + name;
    byte[] start = Sha256.digest(this.name.getBytes(StandardCharsets.UTF_8)).bytes();
    this.random = new Random(java.nio.ByteBuffer.wrap(start).getLong());
  }

  /** From 0 inclusive to the bound exclusive. */
  int below(int bound) {
    return random.nextInt(bound);
  }

  /** From the first to the last, both inclusive. */
  int between(int first, int last) {
    return first + random.nextInt(last - first + 1);
  }

  /** Whether a chance of so many in a hundred came up. */
  boolean percent(int chances) {
    return random.nextInt(100) < chances;
  }

  <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  /** A day of the month, between two of its days. */
  LocalDate day(YearMonth month, int first, int last) {
    return month.atDay(between(first, Math.min(last, month.lengthOfMonth())));
  }

  /** 32 bytes that stand nowhere else. */
  byte[] bytes(String purpose) {
    String text = name + "/" + purpose + "/" + drawn++;
    return Sha256.digest(text.getBytes(StandardCharsets.UTF_8)).bytes();
  }

  Hash hash(String purpose) {
    return new Hash(Sha256.of(bytes(purpose)).hex());
  }

  /** A handle as a random one looks. */
  String handle(String purpose) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(purpose)).substring(0, 22);
  }
}
