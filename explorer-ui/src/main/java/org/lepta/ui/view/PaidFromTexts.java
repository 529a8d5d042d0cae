package org.lepta.ui.view;

import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import org.lepta.ui.format.Amount;
import org.lepta.ui.format.CountFormat;
import org.lepta.ui.format.DateFormat;
import org.lepta.ui.text.Language;
import org.lepta.ui.text.Texts;

/** What a page says of what a payment was paid from, in its language. */
public record PaidFromTexts(Language language) {

  private Texts texts() {
    return Texts.of(language);
  }

  /** By which rule the rows are told. */
  public String rule(boolean earmarked) {
    return texts().text(earmarked ? "paidFrom.earmarked" : "paidFrom.firstInFirstOut");
  }

  /**
   * That a month's pool shares the payment.
   *
   * @param open whether the month may still change
   */
  public String pool(YearMonth month, Amount pool, Amount paid, boolean open) {
    String shared =
        texts().text("paidFrom.pool", DateFormat.month(language, month), pool.text(), paid.text());
    return open ? shared + ' ' + texts().text("paidFrom.poolOpen") : shared;
  }

  /** Gifts of persons, of one month or of several. */
  public String gifts(int count, @Nullable YearMonth month) {
    String gifts = CountFormat.phrase(language, "count.gifts", count);
    return month == null
        ? gifts
        : texts().text("paidFrom.ofMonth", gifts, DateFormat.month(language, month));
  }

  /** The gift of an organisation. */
  public String giver(String name) {
    return texts().text("paidFrom.giver", name);
  }

  /** Money that came in without a stated origin. */
  public String unknown() {
    return texts().text("paidFrom.unknown");
  }

  /** Gifts that are not shown. */
  public String further() {
    return texts().text("paidFrom.further");
  }

  /** What no gift covers so far. */
  public String uncovered() {
    return texts().text("paidFrom.uncovered");
  }
}
