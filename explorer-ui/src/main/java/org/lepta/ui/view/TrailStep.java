package org.lepta.ui.view;

import org.jspecify.annotations.Nullable;
import org.lepta.ui.format.Amount;
import org.lepta.ui.format.DateText;
import org.lepta.ui.format.Share;

/**
 * A step of the trail of a donation, or several like ones in a row.
 *
 * @param date of the first of several
 * @param amount the piece of this donation; of several the sum
 * @param share of the donation
 * @param origin where a re-entered or voided piece came from, a ready sentence, if it is one
 * @param several absent for a single step
 */
public record TrailStep(
    @Nullable DateText date,
    TrailAction action,
    Party recipient,
    Amount amount,
    Share share,
    @Nullable EvidenceStep evidence,
    Link entry,
    @Nullable String origin,
    @Nullable Several several) {

  /**
   * That this stands for several steps in a row.
   *
   * @param entries how many, a ready phrase
   * @param until date of the last one
   */
  public record Several(String entries, @Nullable DateText until) {}
}
