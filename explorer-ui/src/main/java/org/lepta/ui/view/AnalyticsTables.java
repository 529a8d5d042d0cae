package org.lepta.ui.view;

import java.util.List;
import org.lepta.ui.format.Amount;
import org.lepta.ui.format.Share;
import org.lepta.ui.text.Language;
import org.lepta.ui.text.Texts;

/** The tables of the analytics page, from typed rows. Thread-safe. */
public final class AnalyticsTables {
  private final Texts texts;

  private AnalyticsTables(Texts texts) {
    this.texts = texts;
  }

  public static AnalyticsTables of(Language language) {
    return new AnalyticsTables(Texts.of(language));
  }

  /** What a year brought and took. */
  public record Year(String year, Amount received, Amount awarded, Amount paid, Amount spent) {}

  /** A fund with its figures. */
  public record Programme(Link fund, Amount received, Amount awarded, Amount paidOut) {}

  /**
   * Grants of one size.
   *
   * @param share of the sum of all awards
   */
  public record Size(String band, String grants, Amount sum, Share share) {}

  /**
   * What gifts paid out that waited so long.
   *
   * @param share of all that gifts paid out
   */
  public record Waited(GiftDays days, Amount sum, Share share) {}

  /** Sums by year. */
  public Table years(List<Year> years) {
    return new TableOf<>(texts, years)
        .text("column.year", Year::year)
        .money("column.received", Year::received)
        .money("column.awarded", Year::awarded)
        .money("column.paidOut", Year::paid)
        .money("column.spent", Year::spent)
        .under("table.years", "empty.years");
  }

  /** The largest funds. */
  public Table programmes(List<Programme> funds) {
    return new TableOf<>(texts, funds)
        .link("column.programme", Programme::fund)
        .money("column.received", Programme::received)
        .money("column.awarded", Programme::awarded)
        .money("column.paidOut", Programme::paidOut)
        .under("table.programmes", "empty.programmes");
  }

  /** Grants by size. */
  public Table sizes(List<Size> sizes) {
    return new TableOf<>(texts, sizes)
        .text("column.size", Size::band)
        .count("column.grants", Size::grants)
        .money("column.awarded", Size::sum)
        .cell("column.share", size -> new Cell.Portion(size.share()))
        .under("table.sizes", "empty.sizes");
  }

  /** Gifts by the days until they were paid out. */
  public Table waits(List<Waited> waits) {
    return new TableOf<>(texts, waits)
        .text("column.days", wait -> texts.label(wait.days()))
        .money("column.paidOut", Waited::sum)
        .cell("column.share", wait -> new Cell.Portion(wait.share()))
        .under("table.waits", "empty.waits");
  }
}
