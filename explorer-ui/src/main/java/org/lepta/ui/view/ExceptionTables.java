package org.lepta.ui.view;

import java.util.List;
import org.lepta.ui.format.Amount;
import org.lepta.ui.format.CountFormat;
import org.lepta.ui.text.Language;
import org.lepta.ui.text.Texts;

/** The tables and sentences of the exceptions page. Thread-safe. */
public final class ExceptionTables {
  private final Language language;
  private final Texts texts;

  private ExceptionTables(Language language) {
    this.language = language;
    this.texts = Texts.of(language);
  }

  public static ExceptionTables of(Language language) {
    return new ExceptionTables(language);
  }

  public String heading() {
    return texts.text("exceptions.heading");
  }

  public String lead() {
    return texts.text("exceptions.lead");
  }

  /** How many there are, and how much they come to. */
  public String sum(FundMode mode, long entries, Amount amount) {
    return texts.text(
        "exceptions.sum",
        texts.label(mode),
        CountFormat.phrase(language, "count.exceptions", entries),
        amount.text());
  }

  /** How many there are by a rule, for the overview. */
  public Link counted(ExceptionRule rule, long entries, String href) {
    return new Link(
        texts.text("exceptions.counted", texts.label(rule), CountFormat.number(language, entries)),
        href);
  }

  /** To the whole list of a rule. */
  public Link all(String href) {
    return new Link(texts.text("exceptions.all"), href);
  }

  /** Entries that stand out by a rule. */
  public Table rows(ExceptionRule rule, List<ExceptionRow> rows) {
    return new Table(
        texts.label(rule),
        List.of(
            Column.of(texts.text("column.entry")),
            Column.of(texts.text("column.kind")),
            Column.of(texts.text("column.date")),
            Column.of(texts.text("column.fund")),
            Column.of(texts.text("column.otherSide")),
            Column.figures(texts.text("column.standsOut"))),
        rows.stream().map(ExceptionTables::row).toList(),
        texts.text("empty.exceptions"));
  }

  private static List<Cell> row(ExceptionRow row) {
    return List.of(
        new Cell.Linked(row.entry()),
        new Cell.Label(row.kind()),
        Cell.day(row.date()),
        new Cell.Linked(row.fund()),
        row.party() == null ? new Cell.Missing(Absence.NOT_APPLICABLE) : new Cell.Who(row.party()),
        new Cell.Money(row.amount()));
  }

  /** Two sides that state different sums. */
  public record Dispute(Link fund, Party other, Amount here, Amount there, Amount difference) {}

  /** Funds whose statements the receiving sides contradict. */
  public Table disputes(List<Dispute> rows) {
    return new Table(
        texts.label(ExceptionRule.CONFLICTING),
        List.of(
            Column.of(texts.text("column.fund")),
            Column.of(texts.text("column.otherSide")),
            Column.figures(texts.text("column.paidHere")),
            Column.figures(texts.text("column.receivedThere")),
            Column.figures(texts.text("column.difference"))),
        rows.stream()
            .map(row ->
                List.<Cell>of(
                    new Cell.Linked(row.fund()),
                    new Cell.Who(row.other()),
                    new Cell.Money(row.here()),
                    new Cell.Money(row.there()),
                    new Cell.Money(row.difference())))
            .toList(),
        texts.text("empty.exceptions"));
  }
}
