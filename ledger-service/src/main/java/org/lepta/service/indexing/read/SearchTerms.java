package org.lepta.service.indexing.read;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lepta.ledger.money.Amount;

/**
 * What a reader may mean by what was written into the search: every reading that is possible, in
 * the ways of writing numbers and dates of both languages. Pure.
 */
record SearchTerms(String q) {

  private static final Pattern INDEX = Pattern.compile("#?(0|[1-9][0-9]{0,17})");
  private static final Pattern HEX = Pattern.compile("[0-9a-fA-F]{64}");
  private static final Pattern POINT = Pattern.compile("-?[0-9]{1,20}(\\.[0-9]{1,10})?");
  private static final Pattern COMMA = Pattern.compile("-?[0-9]{1,20}(,[0-9]{1,10})?");
  private static final Pattern GROUPED =
      Pattern.compile("-?[0-9]{1,3}(,[0-9]{3}){1,6}(\\.[0-9]{1,10})?");
  private static final Pattern DAY_FIRST =
      Pattern.compile("([0-9]{1,2})[./-]([0-9]{1,2})[./-]([0-9]{4})");
  private static final Pattern YEAR_FIRST = Pattern.compile("([0-9]{4})-([0-9]{2})-([0-9]{2})");

  /** Spaces of all kinds, and signs of currencies. */
  private static final Pattern AROUND_NUMBERS =
      Pattern.compile("[\\s\\u00a0\\u202f\\u2009'’\\p{Sc}]");

  SearchTerms {
    q = q.strip();
  }

  /** Whether only a leaf index can be meant: it is written as the pages write it. */
  boolean isIndex() {
    return q.startsWith("#") && INDEX.matcher(q).matches();
  }

  /** A leaf index. */
  Optional<Long> index() {
    Matcher matcher = INDEX.matcher(q);
    return matcher.matches() ? Optional.of(Long.valueOf(matcher.group(1))) : Optional.empty();
  }

  /** The bytes of a SHA-256. */
  Optional<byte[]> hash() {
    return HEX.matcher(q).matches() ? Optional.of(HexFormat.of().parseHex(q)) : Optional.empty();
  }

  /** Amounts in ten-thousandths: a comma may part thousands or decimals. */
  Set<Long> amounts() {
    Set<Long> amounts = new LinkedHashSet<>();
    String plain = AROUND_NUMBERS.matcher(q).replaceAll("");
    if (POINT.matcher(plain).matches()) {
      add(amounts, plain);
    }
    if (GROUPED.matcher(plain).matches()) {
      add(amounts, plain.replace(",", ""));
    }
    if (COMMA.matcher(plain).matches()) {
      add(amounts, plain.replace(',', '.'));
    }
    return amounts;
  }

  private static void add(Set<Long> amounts, String decimal) {
    try {
      amounts.add(Amount.ofExact(new BigDecimal(decimal)).tenThousandths());
    } catch (ArithmeticException | NumberFormatException e) {
      // Not an amount in this way of writing.
      return;
    }
  }

  /** Days: with the day first, or the year. */
  List<LocalDate> days() {
    List<LocalDate> days = new ArrayList<>();
    Matcher yearFirst = YEAR_FIRST.matcher(q);
    Matcher dayFirst = DAY_FIRST.matcher(q);
    if (yearFirst.matches()) {
      add(days, yearFirst.group(1), yearFirst.group(2), yearFirst.group(3));
    } else if (dayFirst.matches()) {
      add(days, dayFirst.group(3), dayFirst.group(2), dayFirst.group(1));
    }
    return days;
  }

  private static void add(List<LocalDate> days, String year, String month, String day) {
    try {
      days.add(
          LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)));
    } catch (DateTimeException e) {
      // Not a day of the calendar.
      return;
    }
  }
}
