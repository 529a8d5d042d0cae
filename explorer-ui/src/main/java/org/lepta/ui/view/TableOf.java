package org.lepta.ui.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lepta.ui.format.Amount;
import org.lepta.ui.format.DateText;
import org.lepta.ui.text.Texts;

/**
 * A table in the making: each column together with the cell that a row has in it, so that heads and
 * cells cannot get out of step. Headings, captions and empty sentences are keys of texts. For one
 * thread.
 *
 * @param <R> what a row is of
 */
final class TableOf<R> {
  /** Columns whose values lists can be sorted by, with the words of the read API. */
  private static final Map<String, String> SORTS =
      Map.of(
          "column.date",
          "date",
          "column.awardedOn",
          "date",
          "column.amount",
          "amount",
          "column.awarded",
          "amount",
          "column.change",
          "amount");

  private final Texts texts;
  private final List<R> rows;
  private final List<Column> columns = new ArrayList<>();
  private final List<Function<R, Cell>> cells = new ArrayList<>();

  TableOf(Texts texts, List<R> rows) {
    this.texts = texts;
    this.rows = rows;
  }

  TableOf<R> cell(String heading, Function<R, Cell> cell) {
    return add(Column.of(texts.text(heading)).by(SORTS.get(heading)), cell);
  }

  /** A cell that is a figure, aligned to the end. */
  TableOf<R> figure(String heading, Function<R, Cell> cell) {
    return add(Column.figures(texts.text(heading)).by(SORTS.get(heading)), cell);
  }

  TableOf<R> text(String heading, Function<R, String> text) {
    return cell(heading, row -> new Cell.Text(text.apply(row)));
  }

  /** A ready number that is no money. */
  TableOf<R> count(String heading, Function<R, String> number) {
    return figure(heading, row -> new Cell.Text(number.apply(row)));
  }

  TableOf<R> link(String heading, Function<R, Link> link) {
    return cell(heading, row -> new Cell.Linked(link.apply(row)));
  }

  /** A link that some rows have no use for. */
  TableOf<R> linkIfAny(String heading, Function<R, @Nullable Link> link) {
    return cell(heading, row -> orNotApplicable(link.apply(row), Cell.Linked::new));
  }

  TableOf<R> day(String heading, Function<R, @Nullable DateText> day) {
    return cell(heading, row -> Cell.day(day.apply(row)));
  }

  TableOf<R> who(String heading, Function<R, Party> party) {
    return cell(heading, row -> new Cell.Who(party.apply(row)));
  }

  /** A party that some rows have no use for. */
  TableOf<R> whoIfAny(String heading, Function<R, @Nullable Party> party) {
    return cell(heading, row -> orNotApplicable(party.apply(row), Cell.Who::new));
  }

  TableOf<R> money(String heading, Function<R, Amount> amount) {
    return figure(heading, row -> new Cell.Money(amount.apply(row)));
  }

  /** An amount, or the reason why a row has none. */
  TableOf<R> money(String heading, Function<R, @Nullable Amount> amount, Absence otherwise) {
    return figure(heading, row -> Cell.money(amount.apply(row), otherwise));
  }

  /** The rows under a caption, or the sentence that there are none. */
  Table under(String caption, String empty) {
    return captioned(texts.text(caption), empty);
  }

  /** The same under a caption that is no key but ready. */
  Table captioned(String caption, String empty) {
    return new Table(caption, columns, rows.stream().map(this::cells).toList(), texts.text(empty));
  }

  private TableOf<R> add(Column column, Function<R, Cell> cell) {
    columns.add(column);
    cells.add(cell);
    return this;
  }

  private List<Cell> cells(R row) {
    return cells.stream().map(cell -> cell.apply(row)).toList();
  }

  private static <T> Cell orNotApplicable(@Nullable T value, Function<T, Cell> shown) {
    return value == null ? new Cell.Missing(Absence.NOT_APPLICABLE) : shown.apply(value);
  }
}
