package org.lepta.service.indexing.read;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lepta.service.indexing.Measure;
import org.lepta.service.indexing.Sum;
import org.lepta.service.indexing.flow.FlowFold;
import org.lepta.service.indexing.flow.FlowFold.Pot;
import org.lepta.service.indexing.flow.GiftWait;
import org.lepta.service.indexing.flow.Scope;
import org.lepta.service.indexing.flow.Side;
import org.lepta.service.indexing.flow.WaitBand;

/** The same as known at an earlier size, worked out again from the entries up to there. */
final class FlowsThen implements FlowReader {

  private static final Comparator<Ranked.PartySum> BY_SIZE =
      Comparator.comparing((Ranked.PartySum party) -> party.sum().amount())
          .reversed()
          .thenComparing(Ranked.PartySum::organisation);

  /**
   * What the entries of a scope add up to.
   *
   * @param funds the figures of each fund and unit, with its mode
   * @param waits of the gifts, in each pot
   */
  record Folded(FlowFold fold, List<SumFold.OfFund> funds, List<WaitRow> waits) {}

  private final Folded folded;

  FlowsThen(Folded folded) {
    this.folded = folded;
  }

  @Override
  public List<Pot> pots(Scope scope) {
    Map<Pot, Long> entries = new HashMap<>();
    folded
        .fold()
        .years()
        .forEach((key, sum) -> {
          if (key.pot().scope().equals(scope)) {
            entries.merge(key.pot(), sum.entries(), Long::sum);
          }
        });
    return entries.entrySet().stream()
        .sorted(
            Map.Entry.<Pot, Long>comparingByValue()
                .reversed()
                .thenComparing(pot -> !pot.getKey().managed())
                .thenComparing(pot -> pot.getKey().unit()))
        .map(Map.Entry::getKey)
        .toList();
  }

  @Override
  public Totals totals(Pot pot) {
    return funds(pot).stream()
        .map(FundFigures::totals)
        .reduce(Totals::plus)
        .orElseGet(() -> FlowReader.nothing(pot));
  }

  @Override
  public List<FundFigures> largestFunds(Pot pot, int limit) {
    return funds(pot).stream()
        .sorted(
            Comparator.comparing((FundFigures fund) -> largest(fund.totals()))
                .reversed()
                .thenComparing(FundFigures::fund))
        .limit(limit)
        .toList();
  }

  private static BigDecimal largest(Totals totals) {
    return totals.awarded().max(totals.disbursed()).max(totals.donated());
  }

  private List<FundFigures> funds(Pot pot) {
    return folded.funds().stream()
        .filter(fund -> fund.managed() == pot.managed())
        .map(SumFold.OfFund::figures)
        .filter(fund -> fund.totals().unit().equals(pot.unit()))
        .toList();
  }

  @Override
  public Map<Side, Ranked> ranked(Pot pot) {
    Map<Side, Ranked> sides = new EnumMap<>(Side.class);
    for (Side side : Side.values()) {
      List<Ranked.PartySum> all = bySize(pot, side);
      Sum unnamed =
          folded.fold().parties().getOrDefault(new FlowFold.PartyKey(pot, side, ""), Sum.NONE);
      sides.put(side, Ranked.of(all, unnamed, all.size()));
    }
    return sides;
  }

  @Override
  public List<Ranked.PartySum> parties(
      Pot pot, Side side, Ranked.@Nullable PartySum after, int limit) {
    return bySize(pot, side).stream()
        .filter(party -> after == null || BY_SIZE.compare(party, after) > 0)
        .limit(limit)
        .toList();
  }

  private List<Ranked.PartySum> bySize(Pot pot, Side side) {
    return folded.fold().parties().entrySet().stream()
        .filter(e -> e.getKey().pot().equals(pot) && e.getKey().side() == side)
        .filter(e -> !e.getKey().party().isEmpty())
        .map(e -> new Ranked.PartySum(e.getKey().party(), e.getValue()))
        .sorted(BY_SIZE)
        .toList();
  }

  @Override
  public Map<Integer, Map<Measure, BigDecimal>> years(Pot pot) {
    Map<Integer, Map<Measure, BigDecimal>> years = new TreeMap<>(Comparator.reverseOrder());
    folded
        .fold()
        .years()
        .forEach((key, sum) -> {
          if (key.pot().equals(pot)) {
            years
                .computeIfAbsent(key.year(), year -> new EnumMap<>(Measure.class))
                .put(key.measure(), sum.amount());
          }
        });
    return years;
  }

  @Override
  public Map<Integer, Sum> sizes(Pot pot) {
    Map<Integer, Sum> sizes = new TreeMap<>();
    folded
        .fold()
        .sizes()
        .forEach((key, sum) -> {
          if (key.pot().equals(pot)) {
            sizes.put(key.digits(), sum);
          }
        });
    return sizes;
  }

  @Override
  public Map<WaitBand, GiftWait> waits(Pot pot) {
    return WaitRow.byBand(folded.waits(), pot);
  }
}
