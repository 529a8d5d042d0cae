package org.lepta.service.explorer.page;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import org.lepta.ledger.money.Units;
import org.lepta.service.indexing.read.ReadCode;
import org.lepta.ui.view.Term;

/**
 * Which figure is to be recounted.
 *
 * @param size of the log up to which it counts
 */
record RecountQuery(String fund, String unit, Term term, long size) {

  /**
   * Reads the parameters of a request; others than these are left alone.
   *
   * @throws org.lepta.service.kernel.RefusalException with {@link ReadCode#FILTER_INVALID} or
   *     {@link ReadCode#AT_INVALID}
   */
  static RecountQuery of(Map<String, String[]> parameters) {
    String fund = required(parameters, "fund");
    String unit = required(parameters, "unit");
    if (!Units.isKnown(unit)) {
      throw ListFilters.invalid("unit");
    }
    Long at = ListFilters.at(parameters);
    if (at == null) {
      throw ListFilters.invalid("at");
    }
    return new RecountQuery(fund, unit, term(required(parameters, "figure")), at);
  }

  /** The part of an address behind the path. */
  static String of(String fund, String unit, Term term, long size) {
    SequencedMap<String, String> query = new LinkedHashMap<>();
    query.put("fund", fund);
    query.put("unit", unit);
    query.put("figure", term.word());
    query.put("at", Long.toString(size));
    return Query.of(query);
  }

  /** The part of this address behind the path. */
  String query() {
    return of(fund, unit, term, size);
  }

  private static Term term(String word) {
    for (Term term : Term.values()) {
      if (term.word().equals(word)) {
        return term;
      }
    }
    throw ListFilters.invalid("figure");
  }

  private static String required(Map<String, String[]> parameters, String name) {
    String value = ListFilters.single(parameters, name);
    if (value == null) {
      throw ListFilters.invalid(name);
    }
    return value;
  }
}
