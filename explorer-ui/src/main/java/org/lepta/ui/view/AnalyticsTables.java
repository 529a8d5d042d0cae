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
    return new Table(
        texts.text("table.years"),
        List.of(
            column("column.year"),
            figures("column.received"),
            figures("column.awarded"),
            figures("column.paidOut"),
            figures("column.spent")),
        years.stream()
            .map(year ->
                List.<Cell>of(
                    new Cell.Text(year.year()),
                    new Cell.Money(year.received()),
                    new Cell.Money(year.awarded()),
                    new Cell.Money(year.paid()),
                    new Cell.Money(year.spent())))
            .toList(),
        texts.text("empty.years"));
  }

  /** The largest funds. */
  public Table programmes(List<Programme> funds) {
    return new Table(
        texts.text("table.programmes"),
        List.of(
            column("column.programme"),
            figures("column.received"),
            figures("column.awarded"),
            figures("column.paidOut")),
        funds.stream()
            .map(fund ->
                List.<Cell>of(
                    new Cell.Linked(fund.fund()),
                    new Cell.Money(fund.received()),
                    new Cell.Money(fund.awarded()),
                    new Cell.Money(fund.paidOut())))
            .toList(),
        texts.text("empty.programmes"));
  }

  /** Grants by size. */
  public Table sizes(List<Size> sizes) {
    return new Table(
        texts.text("table.sizes"),
        List.of(
            column("column.size"),
            figures("column.grants"),
            figures("column.awarded"),
            column("column.share")),
        sizes.stream()
            .map(size ->
                List.<Cell>of(
                    new Cell.Text(size.band()),
                    new Cell.Text(size.grants()),
                    new Cell.Money(size.sum()),
                    new Cell.Portion(size.share())))
            .toList(),
        texts.text("empty.sizes"));
  }

  /** Gifts by the days until they were paid out. */
  public Table waits(List<Waited> waits) {
    return new Table(
        texts.text("table.waits"),
        List.of(column("column.days"), figures("column.paidOut"), column("column.share")),
        waits.stream()
            .map(wait ->
                List.<Cell>of(
                    new Cell.Text(texts.label(wait.days())),
                    new Cell.Money(wait.sum()),
                    new Cell.Portion(wait.share())))
            .toList(),
        texts.text("empty.waits"));
  }

  private Column column(String key) {
    return Column.of(texts.text(key));
  }

  private Column figures(String key) {
    return Column.figures(texts.text(key));
  }
}
