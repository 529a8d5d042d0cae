package org.lepta.service.command.bench;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/** Medians and percentiles. Stateless and thread-safe. */
final class Figures {

  private Figures() {}

  /**
   * The middle value, or the mean of the two in the middle.
   *
   * @throws IllegalArgumentException if there is none
   */
  static double median(Collection<Double> values) {
    double[] sorted = sorted(values);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  /**
   * The smallest of the values that at least this share of them does not exceed.
   *
   * @param percent above 0, at most 100
   * @throws IllegalArgumentException if there are no values
   */
  static double percentile(Collection<Double> values, double percent) {
    double[] sorted = sorted(values);
    int rank = (int) Math.ceil(percent / 100 * sorted.length);
    return sorted[Math.max(1, rank) - 1];
  }

  /** The median of the quotients of values that were measured next to each other. */
  static double ratio(List<Double> over, List<Double> under) {
    if (over.size() != under.size()) {
      throw new IllegalArgumentException("not measured in turns");
    }
    Double[] quotients = new Double[over.size()];
    for (int i = 0; i < quotients.length; i++) {
      quotients[i] = over.get(i) / under.get(i);
    }
    return median(List.of(quotients));
  }

  private static double[] sorted(Collection<Double> values) {
    if (values.isEmpty()) {
      throw new IllegalArgumentException("no values");
    }
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
    Arrays.sort(sorted);
    return sorted;
  }
}
