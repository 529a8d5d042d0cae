package org.lepta.ui.view;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lepta.ui.format.Amount;
import org.lepta.ui.format.DateText;

/** A part of a grant with its due date and conditions, which are ready sentences. */
public record TrancheRow(
    String number,
    Amount amount,
    @Nullable DateText dueOn,
    List<String> conditions,
    TrancheState state) {
  public TrancheRow {
    conditions = List.copyOf(conditions);
  }
}
