package org.lepta.service.indexing.read;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lepta.service.indexing.Measure;
import org.lepta.service.indexing.Sum;
import org.lepta.service.indexing.flow.FlowFold.Pot;
import org.lepta.service.indexing.flow.GiftWait;
import org.lepta.service.indexing.flow.Scope;
import org.lepta.service.indexing.flow.Side;
import org.lepta.service.indexing.flow.WaitBand;

/** Who gave and who received, by size, as known at one size of the log. Thread-safe. */
public interface FlowReader {

  /** The most organisations that a picture shows on one side; the others are one stream. */
  int TOP = 12;

  /** The pots of a scope that have entries, those with most entries first. */
  List<Pot> pots(Scope scope);

  /** The figures of a pot, the same as everywhere; all nothing where nothing moved. */
  Totals totals(Pot pot);

  /** The funds of a pot with the largest sums. */
  List<FundFigures> largestFunds(Pot pot, int limit);

  /**
   * The organisations on one side of a pot, the largest sums first.
   *
   * @param after goes on behind this one; null begins
   */
  List<Ranked.PartySum> parties(Pot pot, Side side, Ranked.@Nullable PartySum after, int limit);

  /** What a pot's measures add up to in each year, the newest first; 0 where there is no date. */
  Map<Integer, Map<Measure, BigDecimal>> years(Pot pot);

  /** Grants by the digits of their first award before the point, the small ones first. */
  Map<Integer, Sum> sizes(Pot pot);

  /** How long gifts had waited that payments used up, the shortest waits first. */
  Map<WaitBand, GiftWait> waits(Pot pot);

  /** The organisations on each side of a pot, {@link #TOP} at the most one by one. */
  Map<Side, Ranked> ranked(Pot pot);

  /** The picture of a pot. */
  default FlowGraph graph(Pot pot) {
    return graph(pot, totals(pot));
  }

  /** The picture of a pot whose figures are these. */
  default FlowGraph graph(Pot pot, Totals totals) {
    return FlowGraph.of(pot, totals, ranked(pot));
  }

  /** The figures of a pot in which nothing moved. */
  static Totals nothing(Pot pot) {
    return Totals.of(
        pot.unit(), pot.managed(), Map.of(), new Totals.Seen(BigDecimal.ZERO, BigDecimal.ZERO));
  }
}
