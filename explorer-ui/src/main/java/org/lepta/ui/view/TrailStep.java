package org.lepta.ui.view;

import org.jspecify.annotations.Nullable;
import org.lepta.ui.format.Amount;
import org.lepta.ui.format.DateText;
import org.lepta.ui.format.Share;

/**
 * A step of the trail of a donation.
 *
 * @param amount the piece of this donation
 * @param share of the donation
 * @param origin where a re-entered or voided piece came from, a ready sentence, if it is one
 */
public record TrailStep(
    @Nullable DateText date,
    TrailAction action,
    Party recipient,
    Amount amount,
    Share share,
    @Nullable EvidenceStep evidence,
    Link entry,
    @Nullable String origin) {}
