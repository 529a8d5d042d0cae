package org.lepta.service.indexing;

import java.math.BigDecimal;

/**
 * A sum of entries.
 *
 * @param amount in units, net of corrections
 * @param entries that count in it, corrections as well
 */
public record Sum(BigDecimal amount, long entries) {

  public static final Sum NONE = new Sum(BigDecimal.ZERO, 0);

  /** The sum of one entry. */
  public static Sum of(BigDecimal amount) {
    return new Sum(amount, 1);
  }

  /** Both together. */
  public Sum plus(Sum other) {
    return new Sum(amount.add(other.amount), entries + other.entries);
  }
}
