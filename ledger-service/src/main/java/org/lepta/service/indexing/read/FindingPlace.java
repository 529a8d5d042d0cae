package org.lepta.service.indexing.read;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.lepta.service.indexing.read.FindingReader.Finding;
import org.lepta.service.kernel.RefusalException;

/**
 * Where a case stands among those of its rule.
 *
 * @param since the day from which it counts
 * @param leaf of the entry that shows it
 */
record FindingPlace(LocalDate since, long leaf, String unit) {

  /** The newest first. */
  static final Comparator<FindingPlace> ORDER =
      Comparator.comparing(FindingPlace::since)
          .thenComparingLong(FindingPlace::leaf)
          .thenComparing(FindingPlace::unit)
          .reversed();

  private static final Pattern CURSOR =
      Pattern.compile("([0-9]{4}-[0-9]{2}-[0-9]{2})_([0-9]{1,18})_([A-Za-z]{1,16})");

  static FindingPlace of(Finding finding) {
    return new FindingPlace(finding.since(), finding.entry().index(), finding.unit());
  }

  /**
   * The place of a cursor.
   *
   * @throws RefusalException with {@link ReadCode#CURSOR_INVALID}
   */
  static FindingPlace parse(String cursor) {
    Matcher parts = CURSOR.matcher(cursor);
    try {
      if (parts.matches()) {
        return new FindingPlace(
            LocalDate.parse(parts.group(1)), Long.parseLong(parts.group(2)), parts.group(3));
      }
    } catch (DateTimeException e) {
      throw invalid(e);
    }
    throw invalid(null);
  }

  private static RefusalException invalid(@Nullable Exception cause) {
    RefusalException refused =
        ReadCode.CURSOR_INVALID.refusal("The cursor was not given out for this list.");
    if (cause != null) {
      refused.addSuppressed(cause);
    }
    return refused;
  }

  /** What leads on behind this place. */
  private String cursor() {
    return since + "_" + leaf + "_" + unit;
  }

  /** A page of what was found, of which one more than its limit was looked for. */
  static Page<Finding> page(List<Finding> found, int limit) {
    return found.size() <= limit
        ? new Page<>(found, null)
        : new Page<>(found.subList(0, limit), of(found.get(limit - 1)).cursor());
  }
}
