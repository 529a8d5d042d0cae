package org.lepta.ui.page;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lepta.ui.view.Link;
import org.lepta.ui.view.Table;

/**
 * Sums by year, programme, size of grants and days until gifts were paid out, in one unit.
 *
 * @param of what it is about; absent for the whole ledger
 * @param units the other units of the same, each a link
 * @param parts managed and reported money apart
 */
public record AnalyticsPage(
    PageFrame frame,
    @Nullable Link of,
    @Nullable String unit,
    List<Link> units,
    List<Part> parts,
    Link flows) {
  public AnalyticsPage {
    units = List.copyOf(units);
    parts = List.copyOf(parts);
  }

  /**
   * One mode's tables.
   *
   * @param heading says whose money it is
   * @param waits how long gifts waited until they were paid out
   * @param concentration sentences about the largest recipients and givers, and the waits
   */
  public record Part(
      String heading,
      Table years,
      Table programmes,
      Table sizes,
      Table waits,
      List<String> concentration) {
    public Part {
      concentration = List.copyOf(concentration);
    }
  }
}
