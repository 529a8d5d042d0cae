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
    return new TableOf<>(texts, rows)
        .link("column.entry", ExceptionRow::entry)
        .cell("column.kind", row -> new Cell.Label(row.kind()))
        .day("column.date", ExceptionRow::date)
        .link("column.fund", ExceptionRow::fund)
        .whoIfAny("column.otherSide", ExceptionRow::party)
        .money("column.standsOut", ExceptionRow::amount)
        .captioned(texts.label(rule), "empty.exceptions");
  }

  /** Two sides that state different sums. */
  public record Dispute(Link fund, Party other, Amount here, Amount there, Amount difference) {}

  /** Funds whose statements the receiving sides contradict. */
  public Table disputes(List<Dispute> rows) {
    return new TableOf<>(texts, rows)
        .link("column.fund", Dispute::fund)
        .who("column.otherSide", Dispute::other)
        .money("column.paidHere", Dispute::here)
        .money("column.receivedThere", Dispute::there)
        .money("column.difference", Dispute::difference)
        .captioned(texts.label(ExceptionRule.CONFLICTING), "empty.exceptions");
  }
}
