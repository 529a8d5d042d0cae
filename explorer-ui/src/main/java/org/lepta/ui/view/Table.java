package org.lepta.ui.view;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A table: the first cell of a row is its heading.
 *
 * @param caption what the rows are; also the name of the region that scrolls sideways
 * @param empty the sentence shown instead when there are no rows
 */
public record Table(String caption, List<Column> columns, List<List<Cell>> rows, String empty) {
  /**
   * @throws IllegalArgumentException if a row has another number of cells than there are columns
   */
  public Table {
    columns = List.copyOf(columns);
    rows = rows.stream().map(List::copyOf).toList();
    for (List<Cell> row : rows) {
      if (row.size() != columns.size()) {
        throw new IllegalArgumentException("a row of another width in table: " + caption);
      }
    }
  }

  /** The same with one more row at its end, as a sum. */
  Table withLast(List<Cell> row) {
    List<List<Cell>> all = new ArrayList<>(rows);
    all.add(row);
    return new Table(caption, columns, all, empty);
  }

  /**
   * The same with heads that sort the list.
   *
   * @param heads how the list is sorted by a word; null where it is not
   */
  public Table sortable(Function<String, @Nullable Sorting> heads) {
    List<Column> sortable =
        columns.stream()
            .map(column -> {
              String word = column.sort();
              return word == null ? column : column.sorting(heads.apply(word));
            })
            .toList();
    return new Table(caption, sortable, rows, empty);
  }
}
