package org.lepta.ui.page;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lepta.ui.view.FlowPicture;
import org.lepta.ui.view.Link;

/**
 * Where the money of the ledger, of one organisation or of one fund came from and went, in one
 * unit.
 *
 * @param of what it is about; absent for the whole ledger
 * @param unit that is shown
 * @param units the other units of the same, each a link
 * @param pictures managed and reported money apart
 */
public record FlowsPage(
    PageFrame frame,
    @Nullable Link of,
    @Nullable String unit,
    List<Link> units,
    List<WithRankings> pictures,
    Link analytics) {
  public FlowsPage {
    units = List.copyOf(units);
    pictures = List.copyOf(pictures);
  }

  /** A picture with the lists of all organisations on its sides. */
  public record WithRankings(FlowPicture picture, List<Link> rankings) {
    public WithRankings {
      rankings = List.copyOf(rankings);
    }
  }
}
