package org.lepta.ui.view;

import java.util.ArrayList;
import java.util.List;
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
    return new Table(
        texts.text("changes.days"),
        List.of(
            Column.of(texts.text("changes.day")),
            Column.figures(texts.text("column.entries")),
            Column.figures(texts.text("changes.corrections")),
            Column.figures(texts.text("changes.late")),
            Column.figures(texts.text("changes.size"))),
        rows.stream()
            .map(row ->
                List.<Cell>of(
                    new Cell.Linked(row.day()),
                    new Cell.Text(row.entries()),
                    new Cell.Text(row.corrections()),
                    new Cell.Text(row.late()),
                    new Cell.Text(row.size())))
            .toList(),
        texts.text("changes.noDays"));
  }

  public Table sums(List<DaySumRow> rows) {
    return new Table(
        texts.text("changes.sums"),
        List.of(
            Column.of(texts.text("column.kind")),
            Column.of(texts.text("changes.mode")),
            Column.figures(texts.text("column.entries")),
            Column.figures(texts.text("column.amount"))),
        rows.stream()
            .map(row ->
                List.<Cell>of(
                    new Cell.Label(row.kind()),
                    row.mode() == null
                        ? new Cell.Missing(Absence.NOT_APPLICABLE)
                        : new Cell.Text(texts.label(row.mode())),
                    new Cell.Text(row.entries()),
                    Cell.money(row.amount(), Absence.NOT_APPLICABLE)))
            .toList(),
        texts.text("changes.noDays"));
  }

  public Table changes(List<ChangeRow> rows) {
    return new Table(
        texts.text("changes.earlier"),
        List.of(
            Column.of(texts.text("column.entry")),
            Column.of(texts.text("column.fund")),
            Column.of(texts.text("changes.figure")),
            Column.figures(texts.text("column.change")),
            Column.of(texts.text("changes.happened")),
            Column.of(texts.text("changes.corrected"))),
        rows.stream().map(this::change).toList(),
        texts.text("changes.nothing"));
  }

  private List<Cell> change(ChangeRow row) {
    List<Cell> entry = new ArrayList<>();
    entry.add(new Cell.Linked(row.entry()));
    entry.add(new Cell.Text(texts.label(row.kind())));
    if (row.late()) {
      entry.add(new Cell.Text(texts.text("changes.late")));
    }
    boolean moves = !row.parts().isEmpty();
    return List.of(
        new Cell.Many(entry),
        row.fund() == null ? new Cell.Missing(Absence.NOT_APPLICABLE) : new Cell.Linked(row.fund()),
        moves
            ? new Cell.Many(
                row.parts().stream()
                    .<Cell>map(part -> new Cell.Text(texts.label(part.figure())))
                    .toList())
            : new Cell.Missing(Absence.NOT_APPLICABLE),
        moves
            ? new Cell.Many(
                row.parts().stream().<Cell>map(part -> new Cell.Money(part.change())).toList())
            : new Cell.Missing(Absence.NOT_APPLICABLE),
        Cell.day(row.of()),
        corrected(row));
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
