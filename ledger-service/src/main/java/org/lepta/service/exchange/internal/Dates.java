package org.lepta.service.exchange.internal;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lepta.service.exchange.ImportOptions.DateOrder;

/**
 * Dates as files write them; a time of day and its zone are cut off, the day is taken as written.
 */
final class Dates {

  private static final String TIME =
      "(?:[T ][0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\\.[0-9]{1,9})?)?)?(?:Z|[+-][0-9]{2}:?[0-9]{2})?";
  private static final Pattern ISO = Pattern.compile("([0-9]{4})-([0-9]{2})-([0-9]{2})" + TIME);
  private static final Pattern DAY_MONTH_YEAR =
      Pattern.compile("([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{4})" + TIME);

  private final DateOrder order;

  Dates(DateOrder order) {
    this.order = order;
  }

  /** The day, or nothing if it cannot be read or is no day of the calendar. */
  Optional<LocalDate> read(String literal) {
    Matcher iso = ISO.matcher(literal);
    if (iso.matches()) {
      return day(iso.group(1), iso.group(2), iso.group(3));
    }
    Matcher written = DAY_MONTH_YEAR.matcher(literal);
    if (order == DateOrder.DAY_MONTH_YEAR && written.matches()) {
      return day(written.group(3), written.group(2), written.group(1));
    }
    return Optional.empty();
  }

  private static Optional<LocalDate> day(String year, String month, String day) {
    try {
      LocalDate date =
          LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
      return date.getYear() < 1 ? Optional.empty() : Optional.of(date);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
