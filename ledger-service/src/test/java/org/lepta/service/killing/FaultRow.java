package org.lepta.service.killing;

import java.util.Locale;

/**
 * What one fault did.
 *
 * @param atSeconds since the trial began
 * @param silentMillis until something was recorded that was sent after the fault, or after the
 *     network had been repaired where it must not record before
 * @param acknowledged entries that were acknowledged until then
 * @param lost how many of them no index has
 * @param doubled entries that stand in the log twice
 * @param rootsEqual whether all participants have the same root
 */
record FaultRow(
    long atSeconds,
    String what,
    long silentMillis,
    int acknowledged,
    int lost,
    long doubled,
    boolean rootsEqual) {

  static final String HEAD =
      "   at s  fault                                        recorded again  acknowledged"
          + "   found  doubled  roots";

  String text() {
    return String.format(
        Locale.ROOT,
        "%7d  %-43s  %10.1f s  %,12d  %,6d  %7d  %s",
        atSeconds,
        what,
        silentMillis / 1000.0,
        acknowledged,
        acknowledged - lost,
        doubled,
        rootsEqual ? "equal" : "DIFFER");
  }
}
