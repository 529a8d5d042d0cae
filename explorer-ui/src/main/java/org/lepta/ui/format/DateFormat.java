package org.lepta.ui.format;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.lepta.ui.text.Language;
import org.lepta.ui.text.Texts;

/** Dates and moments in words. Business dates have no time and are never shifted by a zone. */
public final class DateFormat {
  private DateFormat() {}

  /** {@code 5 ноября 2026 г.} or {@code 5 November 2026}. */
  public static DateText day(Language language, LocalDate date) {
    return new DateText(words(language, date), date.toString());
  }

  /** A month within a sentence: {@code ноября 2026 г.} or {@code November 2026}. */
  public static String month(Language language, YearMonth month) {
    Texts texts = Texts.of(language);
    return texts.text(
        "format.month",
        texts.text("month." + month.getMonthValue()),
        String.valueOf(month.getYear()));
  }

  /** A moment to the second, always in UTC and saying so. */
  public static DateText moment(Language language, Instant instant) {
    OffsetDateTime utc = instant.truncatedTo(ChronoUnit.SECONDS).atOffset(ZoneOffset.UTC);
    String clock = two(utc.getHour()) + ":" + two(utc.getMinute()) + ":" + two(utc.getSecond());
    String text = words(language, utc.toLocalDate()) + ", " + clock + "\u00a0UTC";
    return new DateText(text, utc.toInstant().toString());
  }

  private static String words(Language language, LocalDate date) {
    Texts texts = Texts.of(language);
    String month = texts.text("month." + date.getMonthValue());
    return texts.text(
        "format.day", String.valueOf(date.getDayOfMonth()), month, String.valueOf(date.getYear()));
  }

  private static String two(int value) {
    return value < 10 ? "0" + value : String.valueOf(value);
  }
}
