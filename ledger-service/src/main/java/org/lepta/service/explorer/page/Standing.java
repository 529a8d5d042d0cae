package org.lepta.service.explorer.page;

import org.lepta.ui.text.Language;
import org.lepta.ui.view.Freshness;

/**
 * How far the figures of a page reach.
 *
 * @param size entries in them
 * @param height blocks in them
 * @param lagSeconds how far that is behind the ledger
 * @param publishedSize entries under a signed checkpoint
 * @param signing whether more will be signed
 * @param texts generation of the texts in them
 */
record Standing(
    long size, long height, long lagSeconds, long publishedSize, boolean signing, long texts) {

  Freshness freshness(Language language) {
    return Freshness.of(language, Math.max(0, height - 1), size, lagSeconds);
  }
}
