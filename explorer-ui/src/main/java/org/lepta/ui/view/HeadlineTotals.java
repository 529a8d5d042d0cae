package org.lepta.ui.view;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lepta.ui.format.Amount;

/**
 * Headline figures of one unit: money that is new to the ledger, so a unit is counted once.
 *
 * @param unit name of the unit
 * @param figures in the order shown; of one unit, and either managed or reported, never both
 * @param onward money that only moved between funds inside the ledger, shown apart, if any
 */
public record HeadlineTotals(String unit, List<Figure> figures, @Nullable Amount onward) {
  public HeadlineTotals {
    figures = List.copyOf(figures);
  }
}
