package org.lepta.ui.format;

import java.math.BigDecimal;
import org.lepta.ui.text.Language;

/**
 * Plural category of a number, after the Unicode rules for cardinals. Russian has all four, {@code
 * OTHER} being for fractions; English has {@code ONE} and {@code OTHER}.
 */
public enum PluralCategory {
  ONE(0),
  FEW(1),
  MANY(2),
  OTHER(3);

  private static final BigDecimal MILLION = new BigDecimal(1_000_000);

  private final int russianForm;

  PluralCategory(int russianForm) {
    this.russianForm = russianForm;
  }

  /** The category of a whole number; negative numbers count as their absolute value. */
  public static PluralCategory of(Language language, long number) {
    if (language == Language.EN) {
      return number == 1 || number == -1 ? ONE : OTHER;
    }
    long lastTwo = Math.abs(number % 100);
    long last = lastTwo % 10;
    if (lastTwo >= 11 && lastTwo <= 14) {
      return MANY;
    }
    if (last == 1) {
      return ONE;
    }
    return last >= 2 && last <= 4 ? FEW : MANY;
  }

  /**
   * The category of a decimal as it is written: with any fraction digits, even zeros, it is {@code
   * OTHER}.
   */
  public static PluralCategory of(Language language, String decimal) {
    BigDecimal value = MoneyFormat.parse(decimal).abs();
    if (decimal.indexOf('.') >= 0) {
      return OTHER;
    }
    // The rules look at the last two digits only, so a number too long for a long is folded.
    boolean small = value.compareTo(MILLION) < 0;
    return of(language, (small ? value : value.remainder(MILLION).add(MILLION)).longValueExact());
  }

  /** Position of this category's form in a text of the language, see {@code Texts.forms}. */
  int formIndex(Language language) {
    if (language == Language.RU) {
      return russianForm;
    }
    return this == ONE ? 0 : 1;
  }
}
