package org.lepta.service.explorer.page;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.lepta.ui.text.Language;
import org.lepta.ui.view.Freshness;
import org.lepta.ui.view.Notice;
import org.lepta.ui.view.ServerFields;

/**
 * How far the figures of a page reach.
 *
 * @param size entries in the log
 * @param at size of the log that the page shows; null for now
 * @param height blocks in them
 * @param lagSeconds how far that is behind the ledger
 * @param publishedSize entries under a signed checkpoint
 * @param signing whether more will be signed
 * @param texts generation of the texts in them
 * @param today in UTC; what is overdue depends on it
 * @param ended that the ledger goes on elsewhere; absent while it goes on here
 * @param site where the pages are, such as {@code https://ledger.example.org}
 */
record Standing(
    long size,
    @Nullable Long at,
    long height,
    long lagSeconds,
    long publishedSize,
    boolean signing,
    long texts,
    LocalDate today,
    @Nullable Ended ended,
    String site) {

  /**
   * That the ledger goes on elsewhere.
   *
   * @param entry that says so
   * @param log name of the log that continues this one, where it is known
   */
  record Ended(long entry, @Nullable String log) {}

  /** Entries in the figures of the page. */
  long known() {
    return at == null ? size : at;
  }

  Freshness freshness(Language language) {
    return Freshness.of(language, Math.max(0, height - 1), size, lagSeconds);
  }

  /** What every page says of a ledger that has ended. */
  @Nullable Notice notice(Language language) {
    return ended == null ? null : ServerFields.of(language).ended(ended.log(), ended.entry());
  }
}
