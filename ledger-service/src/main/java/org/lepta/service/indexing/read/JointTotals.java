package org.lepta.service.indexing.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The figures of all funds added up: gross sums of statements, one line per unit. Managed and
 * reported money is never shown in one sum; both together are for reconciliation.
 */
public record JointTotals(List<Totals> managed, List<Totals> reported) {

  public JointTotals {
    managed = List.copyOf(managed);
    reported = List.copyOf(reported);
  }

  /** Both kinds of funds. */
  public List<Totals> all() {
    List<Totals> both = new ArrayList<>(managed);
    both.addAll(reported);
    return sum(both);
  }

  /** One line per unit, by unit. */
  public static List<Totals> sum(List<Totals> totals) {
    Map<String, Totals> byUnit = new TreeMap<>();
    totals.forEach(line -> byUnit.merge(line.unit(), line, Totals::plus));
    return List.copyOf(byUnit.values());
  }
}
