package org.lepta.service.trail;

import org.jspecify.annotations.Nullable;

/**
 * Given units that a refund or a lowered gift made void. They are given back from the end when the
 * refund itself is corrected. Not thread-safe.
 */
final class Voided {

  final long line;
  final long given;
  final long givenOffset;
  final long amount;
  final long leaf;
  final int part;
  final @Nullable Origin origin;
  private long givenBack;

  /**
   * Voided units.
   *
   * @param given number of the piece in the given line
   * @param givenOffset place of the first unit in that piece
   * @param leaf the entry that voided them
   * @param part number among what that entry voided, from 0
   */
  Voided(
      long line,
      long given,
      long givenOffset,
      long amount,
      long leaf,
      int part,
      @Nullable Origin origin,
      long givenBack) {
    this.line = line;
    this.given = given;
    this.givenOffset = givenOffset;
    this.amount = amount;
    this.leaf = leaf;
    this.part = part;
    this.origin = origin;
    this.givenBack = givenBack;
  }

  long givenBack() {
    return givenBack;
  }

  long standing() {
    return amount - givenBack;
  }

  /** Gives units back from the end; returns the place of the first among the voided ones. */
  long giveBack(long units) {
    givenBack += units;
    return amount - givenBack;
  }
}
