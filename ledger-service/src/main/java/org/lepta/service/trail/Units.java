package org.lepta.service.trail;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import org.lepta.ledger.money.Amount;

/** Ten-thousandths as canonical decimal strings. */
final class Units {

  private static final int SHARE_DECIMALS = 6;

  private Units() {}

  static String text(long tenThousandths) {
    return new Amount(tenThousandths).toString();
  }

  /** Positions in a line have no bound. */
  static String text(BigInteger tenThousandths) {
    BigDecimal value = new BigDecimal(tenThousandths, Amount.SCALE).stripTrailingZeros();
    return value.signum() == 0 ? "0" : value.toPlainString();
  }

  static long parse(String text) {
    return Amount.parse(text).tenThousandths();
  }

  /** Part of a whole with six decimals, rounded down. */
  static String share(long part, long whole) {
    BigDecimal share =
        BigDecimal.valueOf(part)
            .divide(BigDecimal.valueOf(whole), SHARE_DECIMALS, RoundingMode.DOWN)
            .stripTrailingZeros();
    return share.signum() == 0 ? "0" : share.toPlainString();
  }
}
