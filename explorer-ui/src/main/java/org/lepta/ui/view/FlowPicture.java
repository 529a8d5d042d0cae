package org.lepta.ui.view;

import java.util.List;
import org.lepta.ui.format.Amount;

/**
 * Where the money of one fund, organisation or ledger came from and what became of it, in one unit.
 *
 * @param mode whether the money is kept here or reported by others; never both
 * @param middle what the streams go through
 * @param total what each side adds up to
 */
public record FlowPicture(
    FundMode mode, String middle, Amount total, List<FlowStream> ins, List<FlowStream> outs) {
  public FlowPicture {
    ins = List.copyOf(ins);
    outs = List.copyOf(outs);
  }

  /** Where its parts stand when it is drawn. */
  public FlowShape shape() {
    return FlowShape.of(ins, outs);
  }
}
