package org.lepta.service.indexing.flow;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** How many days lie between a gift and a payment that used units of it. */
public enum WaitBand {
  /** A date is missing. */
  UNDATED(Integer.MIN_VALUE),
  /** The payment came first. */
  BEFORE(-1),
  /** At most 30 days. */
  MONTH(30),
  /** At most 91 days. */
  QUARTER(91),
  /** At most 182 days. */
  HALF(182),
  /** At most 365 days. */
  YEAR(365),
  LONGER(Integer.MAX_VALUE);

  private final int most;

  WaitBand(int most) {
    this.most = most;
  }

  /** The name in rows. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The band of a label.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static WaitBand ofLabel(String label) {
    return valueOf(label.toUpperCase(Locale.ROOT));
  }

  /** The label of the band of a number of days, an SQL expression; null means no date. */
  static String sql(String days) {
    return Arrays.stream(values())
        .filter(band -> band != UNDATED && band != LONGER)
        .map(band -> " WHEN %s <= %d THEN '%s'".formatted(days, band.most, band.label()))
        .collect(
            Collectors.joining(
                "",
                "CASE WHEN %s IS NULL THEN '%s'".formatted(days, UNDATED.label()),
                " ELSE '%s' END".formatted(LONGER.label())));
  }
}
