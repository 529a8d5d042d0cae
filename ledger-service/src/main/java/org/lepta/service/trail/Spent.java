package org.lepta.service.trail;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * What one entry takes of the spent line. Its units are covered from the front and taken back from
 * the end, so that what stands is always its beginning. Not thread-safe.
 */
final class Spent {

  final long line;
  final long no;
  final long leaf;
  final @Nullable String grant;
  final long amount;
  final BigInteger starts;
  private long covered;
  private long taken;

  /**
   * An interval as it is added, or as it is stored.
   *
   * @param no dense number in its line, from 1
   * @param leaf the payment
   * @param grant the grant that a disbursement is paid under
   * @param starts spent units of the line before it
   */
  Spent(
      long line,
      long no,
      long leaf,
      @Nullable String grant,
      long amount,
      BigInteger starts,
      long covered,
      long taken) {
    this.line = line;
    this.no = no;
    this.leaf = leaf;
    this.grant = grant;
    this.amount = amount;
    this.starts = starts;
    this.covered = covered;
    this.taken = taken;
  }

  /** Units that were ever covered by given ones. */
  long covered() {
    return covered;
  }

  long taken() {
    return taken;
  }

  /** Units that still count as spent. */
  long standing() {
    return amount - taken;
  }

  long uncovered() {
    return Math.max(0, amount - taken - covered);
  }

  /** Covers units from the front; returns the place of the first. */
  long cover(long units) {
    long offset = covered;
    covered += units;
    return offset;
  }

  /** Takes units back from the end; returns the place of the first. */
  long takeBack(long units) {
    taken += units;
    return amount - taken;
  }
}
