package org.lepta.ui.view;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.lepta.ui.format.CountFormat;
import org.lepta.ui.format.DateText;
import org.lepta.ui.text.Language;
import org.lepta.ui.text.Texts;

/** The tables and sentences of the pages that tell what changed. Thread-safe. */
public final class ChangeTables {
  private final Language language;
  private final Texts texts;

  private ChangeTables(Language language) {
    this.language = language;
    this.texts = Texts.of(language);
  }

  public static ChangeTables of(Language language) {
    return new ChangeTables(language);
  }

  public String heading() {
    return texts.text("changes.heading");
  }

  public String lead() {
    return texts.text("changes.lead");
  }

  public String ofDay(DateText day) {
    return texts.text("changes.ofDay", day.text());
  }

  /** To the figures as they were at the end of a day. */
  public Link figuresThen(String href) {
    return new Link(texts.text("changes.figures"), href);
  }

  /** What a day brought, in a line. */
  public String summary(long entries, long corrections, long late, String size) {
    return texts.text(
        "changes.summary",
        CountFormat.phrase(language, "count.entries", entries),
        CountFormat.number(language, corrections),
        CountFormat.number(language, late),
        size);
  }

  public Table days(List<DayRow> rows) {
    return new TableOf<>(texts, rows)
        .link("changes.day", DayRow::day)
        .count("column.entries", DayRow::entries)
        .count("changes.corrections", DayRow::corrections)
        .count("changes.late", DayRow::late)
        .count("changes.size", DayRow::size)
        .under("changes.days", "changes.noDays");
  }

  public Table sums(List<DaySumRow> rows) {
    return new TableOf<>(texts, rows)
        .cell("column.kind", row -> new Cell.Label(row.kind()))
        .cell("changes.mode", this::mode)
        .count("column.entries", DaySumRow::entries)
        .money("column.amount", DaySumRow::amount, Absence.NOT_APPLICABLE)
        .under("changes.sums", "changes.noDays");
  }

  private Cell mode(DaySumRow row) {
    return row.mode() == null
        ? new Cell.Missing(Absence.NOT_APPLICABLE)
        : new Cell.Text(texts.label(row.mode()));
  }

  public Table changes(List<ChangeRow> rows) {
    return new TableOf<>(texts, rows)
        .cell("column.entry", this::entry)
        .linkIfAny("column.fund", ChangeRow::fund)
        .cell(
            "changes.figure", row -> parts(row, part -> new Cell.Text(texts.label(part.figure()))))
        .figure("column.change", row -> parts(row, part -> new Cell.Money(part.change())))
        .day("changes.happened", ChangeRow::of)
        .cell("changes.corrected", this::corrected)
        .under("changes.earlier", "changes.nothing");
  }

  private Cell entry(ChangeRow row) {
    List<Cell> entry = new ArrayList<>();
    entry.add(new Cell.Linked(row.entry()));
    entry.add(new Cell.Text(texts.label(row.kind())));
    if (row.late()) {
      entry.add(new Cell.Text(texts.text("changes.late")));
    }
    return new Cell.Many(entry);
  }

  /** One line for each figure that the entry moves. */
  private static Cell parts(ChangeRow row, Function<ChangeRow.Part, Cell> shown) {
    return row.parts().isEmpty()
        ? new Cell.Missing(Absence.NOT_APPLICABLE)
        : new Cell.Many(row.parts().stream().map(shown).toList());
  }

  private Cell corrected(ChangeRow row) {
    List<Cell> cells = new ArrayList<>();
    if (row.corrected() != null) {
      cells.add(new Cell.Linked(row.corrected()));
    }
    Link recorded = row.recorded();
    if (recorded != null) {
      String label = texts.text("changes.recorded", recorded.label());
      cells.add(new Cell.Linked(new Link(label, recorded.href())));
    }
    return cells.isEmpty() ? new Cell.Missing(Absence.NOT_APPLICABLE) : new Cell.Many(cells);
  }
}
