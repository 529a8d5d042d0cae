package org.lepta.service.explorer.page;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lepta.ledger.entry.Kind;
import org.lepta.ledger.money.Amount;
import org.lepta.ledger.money.Units;
import org.lepta.service.indexing.read.EntryQuery;
import org.lepta.service.indexing.read.EntryQuery.Sort;
import org.lepta.service.indexing.read.ReadCode;

/**
 * The filters of a list as they stand in its address; the names are those of the read API.
 *
 * @param values in the order of {@link #NAMES}, without empty ones
 * @param after cursor of the part to show; null for the first
 * @param at size of the log that the list shows; null for now
 */
record ListFilters(SequencedMap<String, String> values, @Nullable String after, @Nullable Long at) {

  /** Every filter of a list, in the order of its form. */
  static final List<String> NAMES =
      List.of(
          "q",
          "fund",
          "grant",
          "organisation",
          "recipient",
          "unit",
          "minAmount",
          "maxAmount",
          "from",
          "to",
          "since",
          "sort",
          "order");

  private static final String SORT = "sort";
  private static final String ORDER = "order";
  private static final String ASCENDING = "asc";
  private static final int MAX_LENGTH = 400;
  private static final String SIZE = "0|[1-9][0-9]{0,17}";

  /**
   * Reads the parameters of a request; those that are no filters are left alone, because addresses
   * get parameters of others on their way.
   *
   * @throws org.lepta.service.kernel.RefusalException with {@link ReadCode#FILTER_INVALID} if a
   *     filter is given twice or is not of its form
   */
  static ListFilters of(Map<String, String[]> parameters) {
    SequencedMap<String, String> values = new LinkedHashMap<>();
    for (String name : NAMES) {
      String value = single(parameters, name);
      if (value != null) {
        values.put(name, value);
      }
    }
    ListFilters filters = new ListFilters(values, single(parameters, "after"), at(parameters));
    filters.check();
    return filters;
  }

  /** The value of a filter as it was given, or the empty string. */
  String text(String name) {
    return values.getOrDefault(name, "");
  }

  @Nullable String get(String name) {
    return values.get(name);
  }

  /** The same filters without one. */
  SequencedMap<String, String> without(String name) {
    SequencedMap<String, String> rest = new LinkedHashMap<>(values);
    rest.remove(name);
    if (name.equals("unit")) {
      rest.remove("minAmount");
      rest.remove("maxAmount");
      if (sort() == Sort.AMOUNT) {
        rest.remove(SORT);
        rest.remove(ORDER);
      }
    }
    if (name.equals("fund")) {
      rest.remove("grant");
    }
    return rest;
  }

  /** The same filters without an order. */
  SequencedMap<String, String> asRecorded() {
    SequencedMap<String, String> rest = without(SORT);
    rest.remove(ORDER);
    return rest;
  }

  Sort sort() {
    String word = get(SORT);
    return word == null ? Sort.LEAF : Sort.ofLabel(word).orElseThrow(() -> invalid(SORT));
  }

  /** Whether the list begins with the oldest or least. */
  boolean isAscending() {
    return ASCENDING.equals(get(ORDER));
  }

  /** The same filters in the other order. */
  SequencedMap<String, String> turned() {
    return isAscending() ? without(ORDER) : with(ORDER, ASCENDING);
  }

  /** The same filters sorted by something else, the newest or greatest first. */
  SequencedMap<String, String> sortedBy(Sort sort) {
    SequencedMap<String, String> all = asRecorded();
    all.put(SORT, sort.label());
    return all;
  }

  /**
   * The same filters with another value; the one before it is gone, and with a fund the grant that
   * it was chosen for.
   */
  SequencedMap<String, String> with(String name, String value) {
    SequencedMap<String, String> all = new LinkedHashMap<>(values);
    if (name.equals("fund")) {
      all.remove("grant");
    }
    all.put(name, value);
    return all;
  }

  /** The same filters of one year instead of other days. */
  SequencedMap<String, String> ofYear(int year) {
    SequencedMap<String, String> all = with("from", year + "-01-01");
    all.put("to", year + 1 + "-01-01");
    return all;
  }

  /** The same filters of any day. */
  SequencedMap<String, String> ofAnyDay() {
    SequencedMap<String, String> all = without("from");
    all.remove("to");
    return all;
  }

  /** The entries that they let through. */
  EntryQuery query(Set<Kind> kinds) {
    EntryQuery query =
        EntryQuery.ALL
            .kinds(kinds)
            .q(get("q"))
            .fund(get("fund"))
            .organisation(get("organisation"))
            .recipient(get("recipient"))
            .dated(date("from"), date("to"))
            .amounts(get("unit"), amount("minAmount"), amount("maxAmount"))
            .since(size("since"))
            .at(at)
            .order(new EntryQuery.Order(sort(), isAscending()));
    String fund = get("fund");
    String grant = get("grant");
    return fund == null || grant == null ? query : query.grant(fund, grant);
  }

  private void check() {
    date("from");
    date("to");
    amount("minAmount");
    amount("maxAmount");
    size("since");
    String order = get(ORDER);
    if (order != null && !order.equals(ASCENDING) && !order.equals("desc")) {
      throw invalid(ORDER);
    }
    String unit = get("unit");
    if (unit != null && !Units.isKnown(unit)) {
      throw invalid("unit");
    }
    boolean amounts = values.containsKey("minAmount") || values.containsKey("maxAmount");
    if ((amounts || sort() == Sort.AMOUNT) && unit == null) {
      throw invalid("unit");
    }
    if (values.containsKey("grant") && !values.containsKey("fund")) {
      throw invalid("fund");
    }
  }

  private @Nullable Long size(String name) {
    String value = get(name);
    if (value != null && !value.matches(SIZE)) {
      throw invalid(name);
    }
    return value == null ? null : Long.valueOf(value);
  }

  private @Nullable LocalDate date(String name) {
    String value = get(name);
    try {
      return value == null ? null : LocalDate.parse(value);
    } catch (DateTimeException e) {
      throw invalid(name);
    }
  }

  private @Nullable Amount amount(String name) {
    String value = get(name);
    try {
      return value == null ? null : Amount.parse(value);
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw invalid(name);
    }
  }

  /** The value of a parameter that may be given once; null if it is absent or empty. */
  static @Nullable String single(Map<String, String[]> parameters, String name) {
    String[] given = parameters.get(name);
    if (given == null) {
      return null;
    }
    String value = given.length == 1 ? given[0].strip() : "";
    boolean plain = value.chars().noneMatch(c -> c < ' ');
    if (given.length > 1 || value.length() > MAX_LENGTH || !plain) {
      throw invalid(name);
    }
    return value.isEmpty() ? null : value;
  }

  /**
   * The size of the log that is asked for; null for now.
   *
   * @throws org.lepta.service.kernel.RefusalException with {@link ReadCode#AT_INVALID}
   */
  static @Nullable Long at(Map<String, String[]> parameters) {
    String value = single(parameters, "at");
    if (value != null && !value.matches(SIZE)) {
      throw ReadCode.AT_INVALID.refusal("at is the size of the log, a number from 0.");
    }
    return value == null ? null : Long.valueOf(value);
  }

  static RuntimeException invalid(String name) {
    return ReadCode.FILTER_INVALID.refusal("The filter " + name + " cannot be read.");
  }
}
