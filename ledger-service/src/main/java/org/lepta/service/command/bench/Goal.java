package org.lepta.service.command.bench;

import java.util.Locale;

/**
 * A figure beside what was set out to be reached.
 *
 * @param name what it is, with its unit
 * @param value as measured
 * @param goal its bound
 * @param least whether the bound is the least that will do, else the most
 */
public record Goal(String name, double value, double goal, boolean least) {

  static Goal atLeast(String name, double value, double goal) {
    return new Goal(name, value, goal, true);
  }

  static Goal atMost(String name, double value, double goal) {
    return new Goal(name, value, goal, false);
  }

  /** Whether the bound is kept. */
  public boolean reached() {
    return least ? value >= goal : value <= goal;
  }

  String text() {
    return String.format(
        Locale.ROOT,
        "%-60s %10s  goal %s %-7s %s%n",
        name,
        number(value),
        least ? ">=" : "<=",
        number(goal),
        reached() ? "reached" : "NOT reached");
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, Math.abs(value) >= 100 ? "%,.0f" : "%.2f", value);
  }
}
