package org.lepta.ui.format;

import org.lepta.ui.text.Language;

/** How far the index lies behind the ledger, in words. */
public final class LagFormat {
  private static final long MINUTE = 60;
  private static final long HOUR = 60 * MINUTE;
  private static final long DAY = 24 * HOUR;

  private LagFormat() {}

  /**
   * {@code 3 seconds} below two minutes; above that the two largest units: {@code 5 minutes 20
   * seconds}, {@code 2 hours 1 minute}, {@code 3 days 4 hours}. A zero second unit is left out.
   *
   * @throws IllegalArgumentException if the lag is negative
   */
  public static String words(Language language, long seconds) {
    if (seconds < 0) {
      throw new IllegalArgumentException("negative lag: " + seconds);
    }
    if (seconds < 2 * MINUTE) {
      return CountFormat.phrase(language, "count.seconds", seconds);
    }
    if (seconds < HOUR) {
      return pair(language, "count.minutes", seconds / MINUTE, "count.seconds", seconds % MINUTE);
    }
    if (seconds < DAY) {
      long minutes = seconds % HOUR / MINUTE;
      return pair(language, "count.hours", seconds / HOUR, "count.minutes", minutes);
    }
    return pair(language, "count.days", seconds / DAY, "count.hours", seconds % DAY / HOUR);
  }

  private static String pair(
      Language language, String largeKey, long large, String smallKey, long small) {
    String words = CountFormat.phrase(language, largeKey, large);
    return small == 0 ? words : words + " " + CountFormat.phrase(language, smallKey, small);
  }
}
