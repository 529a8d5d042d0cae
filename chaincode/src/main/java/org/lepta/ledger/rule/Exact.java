package org.lepta.ledger.rule;

import java.util.function.Supplier;

/** Turns an overflow of exact sums into a refusal. */
final class Exact {

  private Exact() {}

  static <T> T of(Supplier<T> sum) {
    try {
      return sum.get();
    } catch (ArithmeticException e) {
      throw new RefusedException(Code.OVERFLOW, "amount");
    }
  }
}
