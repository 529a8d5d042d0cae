package org.lepta.service.indexing.read;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lepta.service.indexing.Measure;
import org.lepta.service.indexing.Sum;
import org.lepta.service.indexing.flow.FlowFold.Pot;
import org.lepta.service.indexing.flow.GiftWait;
import org.lepta.service.indexing.flow.GiftWaits;
import org.lepta.service.indexing.flow.Scope;
import org.lepta.service.indexing.flow.Side;
import org.lepta.service.indexing.flow.WaitBand;

/** Who gave and who received now: rows that are kept in step with the log, never the entries. */
final class FlowsNow implements FlowReader {

  private final Index index;

  FlowsNow(Index index) {
    this.index = index;
  }

  @Override
  public List<Pot> pots(Scope scope) {
    return index.list(
        "SELECT managed, unit FROM year_sum WHERE scope = ?"
            + " GROUP BY managed, unit ORDER BY sum(entries) DESC, managed DESC, unit",
        (row, n) -> new Pot(scope, row.getBoolean(1), row.getString(2)),
        scope.key());
  }

  @Override
  public Totals totals(Pot pot) {
    return figures(pot).orElseGet(() -> FlowReader.nothing(pot));
  }

  private Optional<Totals> figures(Pot pot) {
    if (pot.scope().equals(Scope.LEDGER)) {
      return index.one(
          "SELECT * FROM joint_total WHERE managed = ? AND unit = ?",
          TotalsRow::read,
          pot.managed(),
          pot.unit());
    }
    Where where = Where.of(pot.scope());
    return index.one(
        "SELECT unit, %s FROM fund_total WHERE %s AND managed = ? AND unit = ? GROUP BY unit"
            .formatted(TotalsRow.summed(""), where.condition()),
        TotalsRow::read,
        where.with(pot.managed(), pot.unit()));
  }

  /** Which rows of {@code fund_total} a scope means. */
  private record Where(String condition, List<Object> parameters) {

    static Where of(Scope scope) {
      return switch (scope.kind()) {
        case FUND -> new Where("fund = ?", List.of(scope.id()));
        case OWNER -> new Where("owner = ?", List.of(scope.id()));
        case LEDGER -> new Where("true", List.of());
      };
    }

    Object[] with(Object... more) {
      List<Object> all = new ArrayList<>(parameters);
      all.addAll(List.of(more));
      return all.toArray();
    }
  }

  @Override
  public List<FundFigures> largestFunds(Pot pot, int limit) {
    Where where = Where.of(pot.scope());
    return index.list(
        "SELECT * FROM fund_total WHERE "
            + where.condition()
            + " AND managed = ? AND unit = ?"
            + " ORDER BY greatest(awarded, disbursed, donated) DESC, fund LIMIT "
            + limit,
        (row, n) -> new FundFigures(row.getString("fund"), TotalsRow.read(row, n)),
        where.with(pot.managed(), pot.unit()));
  }

  @Override
  public Map<Side, Ranked> ranked(Pot pot) {
    return RankedRows.read(index, pot);
  }

  @Override
  public List<Ranked.PartySum> parties(
      Pot pot, Side side, Ranked.@Nullable PartySum after, int limit) {
    List<Object> parameters =
        new ArrayList<>(List.of(pot.scope().key(), pot.managed(), pot.unit(), side.label()));
    String behind = "";
    if (after != null) {
      behind = " AND amount <= ? AND (amount < ? OR party > ?)";
      parameters.add(after.sum().amount());
      parameters.add(after.sum().amount());
      parameters.add(after.organisation());
    }
    return index.list(
        "SELECT party, amount, entries FROM party_flow WHERE scope = ? AND managed = ?"
            + " AND unit = ? AND side = ? AND party <> ''"
            + behind
            + " ORDER BY amount DESC, party LIMIT "
            + limit,
        (row, n) ->
            new Ranked.PartySum(row.getString(1), new Sum(row.getBigDecimal(2), row.getLong(3))),
        parameters.toArray());
  }

  @Override
  public Map<Integer, Map<Measure, BigDecimal>> years(Pot pot) {
    Map<Integer, Map<Measure, BigDecimal>> years = new TreeMap<>((a, b) -> Integer.compare(b, a));
    index.list(
        "SELECT year, measure, amount FROM year_sum WHERE scope = ? AND managed = ? AND unit = ?",
        (row, n) ->
            years
                .computeIfAbsent(row.getInt(1), year -> new EnumMap<>(Measure.class))
                .put(Measure.ofLabel(row.getString(2)), row.getBigDecimal(3)),
        pot.scope().key(),
        pot.managed(),
        pot.unit());
    return years;
  }

  @Override
  public Map<Integer, Sum> sizes(Pot pot) {
    Map<Integer, Sum> sizes = new TreeMap<>();
    index.list(
        "SELECT digits, amount, entries FROM grant_size WHERE scope = ? AND managed = ?"
            + " AND unit = ?",
        (row, n) -> sizes.put(row.getInt(1), new Sum(row.getBigDecimal(2), row.getLong(3))),
        pot.scope().key(),
        pot.managed(),
        pot.unit());
    return sizes;
  }

  @Override
  public Map<WaitBand, GiftWait> waits(Pot pot) {
    return WaitRow.byBand(index.list(GiftWaits.NOW, WaitRow::read, pot.scope().key()), pot);
  }
}
