package org.lepta.ui.view;

import org.lepta.ui.format.CountFormat;
import org.lepta.ui.format.LagFormat;
import org.lepta.ui.text.Language;

/**
 * How far the figures of a page reach.
 *
 * @param block number of the newest ledger block in them
 * @param entries number of entries in them, with its noun
 * @param lag how far that is behind the ledger, in words
 * @param stale whether the lag is so long that the page must warn
 */
public record Freshness(String block, String entries, String lag, boolean stale) {
  private static final long STALE_AFTER_SECONDS = 120;

  /** Ready words from the numbers; a lag above two minutes is stale. */
  public static Freshness of(Language language, long block, long entries, long lagSeconds) {
    return new Freshness(
        CountFormat.number(language, block),
        CountFormat.phrase(language, "count.entries", entries),
        LagFormat.words(language, lagSeconds),
        lagSeconds > STALE_AFTER_SECONDS);
  }
}
