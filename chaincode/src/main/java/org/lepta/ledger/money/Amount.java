package org.lepta.ledger.money;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * An exact, signed amount in ten-thousandths of a unit. Immutable and thread-safe.
 *
 * <p>Written as a decimal string in exactly one way: no leading zeros, no trailing zeros after the
 * point, no plus sign, no negative zero ({@code "19000000.0002"}, {@code "5"}, {@code "-0.5"}).
 * Sums use the whole range of {@code long} and throw {@link ArithmeticException} beyond it; an
 * amount that enters the ledger is bounded by {@link #LIMIT}.
 *
 * @param tenThousandths the amount times 10,000
 */
public record Amount(long tenThousandths) implements Comparable<Amount> {

  /** Digits after the decimal point. */
  public static final int SCALE = 4;

  /** No single entry may carry more than this: 100,000,000,000,000 units. */
  public static final Amount LIMIT = new Amount(1_000_000_000_000_000_000L);

  public static final Amount ZERO = new Amount(0);

  private static final long PER_UNIT = 10_000;
  private static final int MAX_WHOLE_DIGITS = 15;

  /**
   * Reads the one canonical spelling.
   *
   * @throws IllegalArgumentException if the text is not canonical or out of range
   */
  public static Amount parse(String text) {
    int start = text.startsWith("-") ? 1 : 0;
    int point = text.indexOf('.');
    int wholeEnd = point < 0 ? text.length() : point;
    int decimals = point < 0 ? 0 : text.length() - point - 1;
    boolean wellFormed =
        wholeEnd > start
            && wholeEnd - start <= MAX_WHOLE_DIGITS
            && (wholeEnd - start == 1 || text.charAt(start) != '0')
            && (point < 0 || (decimals >= 1 && decimals <= SCALE && !text.endsWith("0")));
    if (!wellFormed || text.equals("-0")) {
      throw new IllegalArgumentException("not a canonical amount");
    }
    try {
      // Negative on the way, because the least amount has no positive counterpart.
      long negative = digits(text, start, wholeEnd, 0);
      negative = point < 0 ? negative : digits(text, point + 1, text.length(), negative);
      for (int i = decimals; i < SCALE; i++) {
        negative = Math.multiplyExact(negative, 10L);
      }
      return new Amount(start == 1 ? negative : Math.negateExact(negative));
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException("amount out of range", e);
    }
  }

  private static long digits(String text, int from, int to, long before) {
    long negative = before;
    for (int i = from; i < to; i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        throw new IllegalArgumentException("not a canonical amount");
      }
      negative = Math.subtractExact(Math.multiplyExact(negative, 10L), digit);
    }
    return negative;
  }

  /** Whole units. */
  public static Amount ofUnits(long units) {
    return new Amount(Math.multiplyExact(units, PER_UNIT));
  }

  /**
   * The same value, which must have at most four decimals and fit.
   *
   * @throws ArithmeticException if it is finer or too large
   */
  public static Amount ofExact(BigDecimal value) {
    return new Amount(value.movePointRight(SCALE).longValueExact());
  }

  /**
   * The value rounded half-even to 1/10,000; only for statements of reported funds.
   *
   * @throws ArithmeticException if it is too large
   */
  public static Amount ofRounded(BigDecimal value) {
    // Digits before the point; far outside the range no rounding may spell the number out.
    long wholeDigits = (long) value.precision() - value.scale();
    if (wholeDigits > MAX_WHOLE_DIGITS) {
      throw new ArithmeticException("amount out of range");
    }
    return wholeDigits < -SCALE ? ZERO : ofExact(value.setScale(SCALE, RoundingMode.HALF_EVEN));
  }

  public Amount plus(Amount other) {
    return new Amount(Math.addExact(tenThousandths, other.tenThousandths));
  }

  public Amount minus(Amount other) {
    return new Amount(Math.subtractExact(tenThousandths, other.tenThousandths));
  }

  public Amount negated() {
    return new Amount(Math.negateExact(tenThousandths));
  }

  public Amount min(Amount other) {
    return tenThousandths <= other.tenThousandths ? this : other;
  }

  public Amount max(Amount other) {
    return tenThousandths >= other.tenThousandths ? this : other;
  }

  /** -1, 0 or 1. */
  public int signum() {
    return Long.signum(tenThousandths);
  }

  /** Whether this covers the other: at least as large. */
  public boolean covers(Amount other) {
    return tenThousandths >= other.tenThousandths;
  }

  @Override
  public int compareTo(Amount other) {
    return Long.compare(tenThousandths, other.tenThousandths);
  }

  /** The exact value as a decimal. */
  public BigDecimal toBigDecimal() {
    return BigDecimal.valueOf(tenThousandths, SCALE);
  }

  /** The canonical decimal string. */
  @Override
  public String toString() {
    long fraction = Math.abs(tenThousandths % PER_UNIT);
    String sign = tenThousandths < 0 ? "-" : "";
    String whole = Long.toString(tenThousandths / PER_UNIT).replace("-", "");
    if (fraction == 0) {
      return sign + whole;
    }
    String digits = Long.toString(PER_UNIT + fraction).substring(1);
    int end = digits.length();
    while (digits.charAt(end - 1) == '0') {
      end--;
    }
    return sign + whole + '.' + digits.substring(0, end);
  }
}
