package org.lepta.ledger.money;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Pattern;

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
  private static final Pattern CANONICAL =
      Pattern.compile("-?(?:0|[1-9][0-9]{0,14})(?:\\.[0-9]{0,3}[1-9])?");

  /**
   * Reads the one canonical spelling.
   *
   * @throws IllegalArgumentException if the text is not canonical or out of range
   */
  public static Amount parse(String text) {
    if (text.length() > 21 || !CANONICAL.matcher(text).matches() || text.equals("-0")) {
      throw new IllegalArgumentException("not a canonical amount");
    }
    try {
      return new Amount(new BigDecimal(text).movePointRight(SCALE).longValueExact());
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException("amount out of range", e);
    }
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
    return ofExact(value.setScale(SCALE, RoundingMode.HALF_EVEN));
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
