package org.lepta.ui.format;

import java.util.List;
import org.lepta.ui.text.Language;
import org.lepta.ui.text.Texts;

/** Counts, alone and with their noun in the right form. */
public final class CountFormat {
  private CountFormat() {}

  /** {@code 1 284} with a no-break space, or {@code 1,284}; the minus is U+2212. */
  public static String number(Language language, long number) {
    String digits = MoneyFormat.group(language, Long.toString(number).replace("-", ""));
    return number < 0 ? "\u2212" + digits : digits;
  }

  /**
   * The number and its noun, joined by a no-break space: {@code 21 запись}, {@code 2 entries}.
   *
   * @param formsKey key of a text with the noun's forms, for example {@code count.entries}
   */
  public static String phrase(Language language, String formsKey, long number) {
    return number(language, number) + "\u00a0" + noun(language, formsKey, number);
  }

  /** Only the noun, in the form that the number asks for. */
  public static String noun(Language language, String formsKey, long number) {
    List<String> forms = Texts.of(language).forms(formsKey);
    return forms.get(PluralCategory.of(language, number).formIndex(language));
  }

  /** As {@link #noun(Language, String, long)} for a decimal as written. */
  public static String noun(Language language, String formsKey, String decimal) {
    List<String> forms = Texts.of(language).forms(formsKey);
    return forms.get(PluralCategory.of(language, decimal).formIndex(language));
  }
}
