package org.lepta.service.exchange.internal;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.lepta.ledger.money.Amount;
import org.lepta.ledger.money.Unit;
import org.lepta.ledger.money.Units;
import org.lepta.service.exchange.RejectCode;

/**
 * A number as a file writes it, and what the ledger takes of it.
 *
 * @param amount rounded half-even to 1/10,000
 * @param negative whether the literal is below zero, also where it rounds to zero
 * @param rounded whether the amount differs from the literal
 */
record Quantity(Amount amount, boolean negative, boolean rounded) {

  private static final int MAX_CHARS = 200;
  private static final int MAX_WHOLE_DIGITS = 15;

  private static final Pattern DECIMAL =
      Pattern.compile("[+-]?(?:[0-9]+(?:\\.[0-9]*)?|\\.[0-9]+)(?:[eE][+-]?[0-9]{1,3})?");

  /**
   * Reads a decimal number.
   *
   * @throws RejectedLine with AMOUNT_UNREADABLE or AMOUNT_TOO_LARGE
   */
  static Quantity read(String literal) {
    if (literal.length() > MAX_CHARS || !DECIMAL.matcher(literal).matches()) {
      throw new RejectedLine(RejectCode.AMOUNT_UNREADABLE, "the amount is no decimal number");
    }
    BigDecimal value = new BigDecimal(literal);
    // The size is looked at before any arithmetic, so that an exponent cannot fill the memory.
    if (value.signum() != 0 && (long) value.precision() - value.scale() > MAX_WHOLE_DIGITS) {
      throw tooLarge();
    }
    Amount amount = value.signum() == 0 ? Amount.ZERO : Amount.ofRounded(value);
    if (!Amount.LIMIT.covers(amount) || !amount.covers(Amount.LIMIT.negated())) {
      throw tooLarge();
    }
    boolean rounded = amount.toBigDecimal().compareTo(value) != 0;
    return new Quantity(amount, value.signum() < 0, rounded);
  }

  private static RejectedLine tooLarge() {
    return new RejectedLine(RejectCode.AMOUNT_TOO_LARGE, "the amount is too large");
  }

  /** Without its sign. */
  Amount magnitude() {
    return amount.signum() < 0 ? amount.negated() : amount;
  }

  /**
   * A unit by its code.
   *
   * @throws RejectedLine with UNIT_UNKNOWN
   */
  static Unit unit(@org.jspecify.annotations.Nullable String code) {
    if (code == null) {
      throw new RejectedLine(RejectCode.UNIT_UNKNOWN, "the currency is missing");
    }
    if (!Units.isKnown(code)) {
      throw new RejectedLine(RejectCode.UNIT_UNKNOWN, "the currency is unknown");
    }
    return new Unit(code);
  }
}
