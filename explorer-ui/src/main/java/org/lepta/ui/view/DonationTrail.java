package org.lepta.ui.view;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lepta.ui.format.Amount;
import org.lepta.ui.format.Share;

/**
 * Where a donation went.
 *
 * @param where spent, waiting, refunded … of this donation
 * @param usedShare what has been drawn; absent when it cannot be drawn
 * @param steps in the order in which the donation was drawn
 * @param leftOut what was drawn in further steps that are not shown; absent when all are
 * @param unspent what has not been drawn yet; absent when nothing is left
 * @param lens the rule that made the trail
 * @param provisional whether the shares may still change until the month ends; only under the
 *     proportional lens
 * @param data the same trail for programs
 */
public record DonationTrail(
    List<Figure> where,
    @Nullable Share usedShare,
    List<TrailStep> steps,
    @Nullable Amount leftOut,
    @Nullable Amount unspent,
    Lens lens,
    boolean provisional,
    Link data) {
  /**
   * Takes the pieces as they are.
   *
   * @throws IllegalArgumentException if a trail is called provisional that never changes
   */
  public DonationTrail {
    if (provisional && lens != Lens.PROPORTIONAL) {
      throw new IllegalArgumentException("only proportional shares are provisional");
    }
    where = List.copyOf(where);
    steps = List.copyOf(steps);
  }
}
