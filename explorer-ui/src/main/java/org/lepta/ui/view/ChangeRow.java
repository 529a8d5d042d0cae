package org.lepta.ui.view;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lepta.ui.format.Amount;
import org.lepta.ui.format.DateText;
import org.lepta.ui.text.Labelled;

/**
 * An entry that changes figures of an earlier day.
 *
 * @param late whether it was recorded late; otherwise it is a correction
 * @param fund absent where it speaks of none
 * @param parts what it adds to figures; below nothing for what it takes back
 * @param of the day whose figures change; absent where nobody stated it
 * @param corrected what it corrects; absent where it corrects nothing that is named
 * @param recorded the day of the ledger that brought what is corrected
 */
public record ChangeRow(
    Link entry,
    EntryKind kind,
    boolean late,
    @Nullable Link fund,
    List<Part> parts,
    @Nullable DateText of,
    @Nullable Link corrected,
    @Nullable Link recorded) {
  public ChangeRow {
    parts = List.copyOf(parts);
  }

  /** What is added to a figure. */
  public record Part(Labelled figure, Amount change) {}
}
