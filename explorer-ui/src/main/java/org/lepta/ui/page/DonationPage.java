package org.lepta.ui.page;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lepta.ui.format.Amount;
import org.lepta.ui.format.DateText;
import org.lepta.ui.format.Share;
import org.lepta.ui.view.Figure;
import org.lepta.ui.view.Lens;
import org.lepta.ui.view.LifeStep;
import org.lepta.ui.view.Link;
import org.lepta.ui.view.Party;
import org.lepta.ui.view.TrailStep;

/**
 * A donation and where it went.
 *
 * @param where spent, waiting, refunded … of this donation
 * @param usedShare what has been drawn; absent when it cannot be drawn
 * @param trail in the order in which the donation was drawn
 * @param unspent what has not been drawn yet; absent when nothing is left
 * @param lens the rule that made the trail
 * @param provisional whether the shares may still change until the month ends; only under the
 *     proportional lens
 */
public record DonationPage(
    PageFrame frame,
    String id,
    Amount amount,
    @Nullable DateText date,
    Link fund,
    Party from,
    List<LifeStep> life,
    List<Figure> where,
    @Nullable Share usedShare,
    List<TrailStep> trail,
    @Nullable Amount unspent,
    Lens lens,
    boolean provisional,
    Link entry) {
  /**
   * @throws IllegalArgumentException if a trail is called provisional that never changes
   */
  public DonationPage {
    if (provisional && lens != Lens.PROPORTIONAL) {
      throw new IllegalArgumentException("only proportional shares are provisional");
    }
    life = List.copyOf(life);
    where = List.copyOf(where);
    trail = List.copyOf(trail);
  }
}
