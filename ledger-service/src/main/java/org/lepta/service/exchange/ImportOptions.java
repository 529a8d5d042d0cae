package org.lepta.service.exchange;

import org.jspecify.annotations.Nullable;

/**
 * How to read a file.
 *
 * @param kind overrides detection by content
 * @param dates how dates that are not ISO 8601 are read
 * @param dryRun does everything but submit
 */
public record ImportOptions(@Nullable FileKind kind, DateOrder dates, boolean dryRun) {

  /** What to make of a date that is not ISO 8601. */
  public enum DateOrder {
    /** Nothing: it is absent, and its literal is kept. */
    ISO_ONLY,
    /** Day, month, year, as in {@code 05/06/2014}. */
    DAY_MONTH_YEAR
  }

  /** Detects the kind, reads ISO dates, records. */
  public static ImportOptions standard() {
    return new ImportOptions(null, DateOrder.ISO_ONLY, false);
  }

  public ImportOptions withDates(DateOrder order) {
    return new ImportOptions(kind, order, dryRun);
  }

  public ImportOptions asDryRun() {
    return new ImportOptions(kind, dates, true);
  }

  public ImportOptions as(FileKind forced) {
    return new ImportOptions(forced, dates, dryRun);
  }
}
