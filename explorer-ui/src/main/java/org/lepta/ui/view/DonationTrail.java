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
 * @param lenses the rules to choose from, this one among them; empty if there is no other
 * @param provisionalFrom the month from which shares may still change; only under the proportional
 *     lens
 * @param data the same trail for programs
 */
public record DonationTrail(
    List<Figure> where,
    @Nullable Share usedShare,
    List<TrailStep> steps,
    @Nullable Amount leftOut,
    @Nullable Amount unspent,
    Lens lens,
    List<LensChoice> lenses,
    @Nullable String provisionalFrom,
    Link data) {
  /**
   * Takes the pieces as they are.
   *
   * @throws IllegalArgumentException if a trail is called provisional that never changes
   */
  public DonationTrail {
    if (provisionalFrom != null && lens != Lens.PROPORTIONAL) {
      throw new IllegalArgumentException("only proportional shares are provisional");
    }
    where = List.copyOf(where);
    steps = List.copyOf(steps);
    lenses = List.copyOf(lenses);
  }

  /** The rule that the fund declares, where this trail is by another one. */
  public @Nullable Lens declared() {
    return lenses.stream()
        .filter(choice -> choice.declared() && choice.lens() != lens)
        .findFirst()
        .map(LensChoice::lens)
        .orElse(null);
  }
}
