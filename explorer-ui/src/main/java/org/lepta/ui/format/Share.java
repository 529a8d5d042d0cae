package org.lepta.ui.format;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.lepta.ui.text.Language;

/**
 * A share of a whole.
 *
 * @param text to one decimal, for example {@code 34.5%}; a share that is not quite nothing or not
 *     quite all says so ({@code <0.1%}, {@code >99.9%})
 * @param width percentage for drawing, 0 to 100 with up to three decimals and a point
 */
public record Share(String text, String width) {
  private static final BigDecimal HUNDRED = new BigDecimal("100");
  private static final BigDecimal LEAST = new BigDecimal("0.1");
  private static final BigDecimal MOST = new BigDecimal("99.9");

  /**
   * The share of {@code part} in {@code whole}.
   *
   * @throws IllegalArgumentException if either is not a decimal, the whole is not positive, or the
   *     part is not between nothing and the whole
   */
  public static Share of(Language language, String part, String whole) {
    BigDecimal p = MoneyFormat.parse(part);
    BigDecimal w = MoneyFormat.parse(whole);
    if (w.signum() <= 0 || p.signum() < 0 || p.compareTo(w) > 0) {
      throw new IllegalArgumentException("no share: " + part + " of " + whole);
    }
    BigDecimal percent = p.multiply(HUNDRED).divide(w, 3, RoundingMode.HALF_EVEN);
    return new Share(words(language, p, w), plain(percent));
  }

  private static String words(Language language, BigDecimal part, BigDecimal whole) {
    BigDecimal percent = part.multiply(HUNDRED).divide(whole, 1, RoundingMode.HALF_EVEN);
    String prefix = "";
    if (part.signum() > 0 && percent.compareTo(LEAST) < 0) {
      prefix = "<";
      percent = LEAST;
    } else if (part.compareTo(whole) < 0 && percent.compareTo(MOST) > 0) {
      prefix = ">";
      percent = MOST;
    }
    String digits = plain(percent);
    return language == Language.RU
        ? prefix + digits.replace('.', ',') + "\u00a0%"
        : prefix + digits + "%";
  }

  private static String plain(BigDecimal value) {
    return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
  }
}
