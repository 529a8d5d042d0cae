package org.lepta.ui.format;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Map;
import java.util.regex.Pattern;
import org.lepta.ui.text.Language;
import org.lepta.ui.text.Texts;

/** Exact amounts, from decimal strings, in currencies and in goods and hours. */
public final class MoneyFormat {
  private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,38}(\\.[0-9]{1,4})?");
  private static final Pattern CURRENCY_CODE = Pattern.compile("[A-Z]{3}");
  private static final char NBSP = '\u00a0';
  private static final char MINUS = '\u2212';
  private static final Map<String, String> SIGNS =
      Map.of("GBP", "£", "EUR", "€", "RUB", "₽", "KZT", "₸", "UAH", "₴", "INR", "₹");
  private static final Map<String, String> GOODS =
      Map.of(
          "h",
          "unit.hours",
          "kg",
          "unit.kilograms",
          "t",
          "unit.tonnes",
          "l",
          "unit.litres",
          "pcs",
          "unit.pieces");

  private MoneyFormat() {}

  /**
   * Formats an amount. A currency has at least the fraction digits of ISO 4217 and more where the
   * amount has more; other units have no trailing zeros. Nothing is rounded.
   *
   * @param unit ISO 4217 code or unit of goods and hours; unknown units are shown as they are
   * @param decimal up to 38 digits, optionally a point and 1 to 4 more, no exponent, no plus
   * @throws IllegalArgumentException if {@code decimal} is written in any other way
   */
  public static Amount format(Language language, String unit, String decimal) {
    BigDecimal value = parse(decimal);
    String digits = digits(language, value.abs(), minimumFraction(unit));
    String minus = value.signum() < 0 ? String.valueOf(MINUS) : "";
    String text = minus + withUnit(language, unit, digits);
    return new Amount(text, unit, exact(value), value.signum());
  }

  /** As {@link #format} with a plus or a minus before every amount but zero. */
  public static Amount formatChange(Language language, String unit, String decimal) {
    Amount amount = format(language, unit, decimal);
    return amount.sign() > 0 ? new Amount("+" + amount.text(), unit, amount.exact(), 1) : amount;
  }

  /** The name of a unit for readers: the currency's code, or the word of a unit of goods. */
  public static String unitName(Language language, String unit) {
    String key = GOODS.get(unit);
    return key == null ? unit : Texts.of(language).text(key);
  }

  static BigDecimal parse(String decimal) {
    if (!DECIMAL.matcher(decimal).matches()) {
      throw new IllegalArgumentException("not a decimal amount: " + decimal);
    }
    return new BigDecimal(decimal);
  }

  static String group(Language language, String integerDigits) {
    char separator = language == Language.RU ? NBSP : ',';
    StringBuilder out = new StringBuilder(integerDigits);
    for (int i = integerDigits.length() - 3; i > 0; i -= 3) {
      out.insert(i, separator);
    }
    return out.toString();
  }

  private static String exact(BigDecimal value) {
    return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
  }

  private static String digits(Language language, BigDecimal value, int minimumFraction) {
    BigDecimal stripped = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
    // Raising the scale only appends zeros; it is never lowered, so no digit is lost.
    String plain = stripped.setScale(Math.max(stripped.scale(), minimumFraction)).toPlainString();
    int point = plain.indexOf('.');
    if (point < 0) {
      return group(language, plain);
    }
    char mark = language == Language.RU ? ',' : '.';
    return group(language, plain.substring(0, point)) + mark + plain.substring(point + 1);
  }

  private static String withUnit(Language language, String unit, String digits) {
    boolean currency = CURRENCY_CODE.matcher(unit).matches();
    String sign = SIGNS.get(unit);
    if (language == Language.EN && currency) {
      return sign == null ? unit + NBSP + digits : sign + digits;
    }
    return digits + NBSP + (sign == null ? unitName(language, unit) : sign);
  }

  private static int minimumFraction(String unit) {
    if (!CURRENCY_CODE.matcher(unit).matches()) {
      return 0;
    }
    try {
      return Math.max(0, Currency.getInstance(unit).getDefaultFractionDigits());
    } catch (IllegalArgumentException e) {
      return 0;
    }
  }
}
