package org.lepta.service.indexing.read;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.lepta.ledger.entry.Kind;
import org.lepta.service.indexing.Measure;
import org.springframework.stereotype.Component;

/**
 * The figures of funds, organisations, grants and the whole ledger: now from the roll-ups, as known
 * at an earlier size from the entries up to there. Thread-safe.
 *
 * <p>Every method takes {@code at}, the size of the log as known then, or null for now, and refuses
 * one that the log never had with {@link ReadCode#AT_INVALID}.
 */
@Component
public final class Figures {

  private final Index index;
  private final Replay replay;

  public Figures(Index index, Replay replay) {
    this.index = index;
    this.replay = replay;
  }

  /** One line per unit; none for a fund that nothing touched. */
  public List<Totals> ofFund(String fund, @Nullable Long at) {
    return read(
        at,
        () ->
            index.list(
                "SELECT * FROM fund_total WHERE fund = ? ORDER BY unit", TotalsRow::read, fund),
        size -> replay.ofFund(fund, size));
  }

  /** The figures of many funds at once, by fund; none for those that nothing touched. */
  public Map<String, List<Totals>> ofFunds(List<String> funds, @Nullable Long at) {
    return read(
        at,
        () -> fundsNow(funds),
        size -> {
          Map<String, List<Totals>> found = new TreeMap<>();
          funds.forEach(fund -> found.put(fund, replay.ofFund(fund, size)));
          return found;
        });
  }

  private Map<String, List<Totals>> fundsNow(List<String> funds) {
    Map<String, List<Totals>> found = new TreeMap<>();
    index.list(
        "SELECT * FROM fund_total WHERE fund = ANY (?) ORDER BY fund, unit",
        (row, n) ->
            found
                .computeIfAbsent(row.getString("fund"), fund -> new ArrayList<>())
                .add(TotalsRow.read(row, n)),
        (Object) funds.toArray(String[]::new));
    return found;
  }

  /** The figures of the funds of an organisation added up. */
  public JointTotals ofOrganisation(String organisation, @Nullable Long at) {
    return read(
        at,
        () -> new JointTotals(owned(organisation, true), owned(organisation, false)),
        size -> replay.ofOrganisation(organisation, size));
  }

  private List<Totals> owned(String organisation, boolean managed) {
    return index.list(
        "SELECT unit, "
            + TotalsRow.summed("")
            + " FROM fund_total WHERE owner = ? AND managed = ? GROUP BY unit ORDER BY unit",
        TotalsRow::read,
        organisation,
        managed);
  }

  /**
   * What funds of one mode state to have given to an organisation, in one unit.
   *
   * @param awarded to it
   * @param paid to it
   */
  public record Received(boolean managed, String unit, BigDecimal awarded, BigDecimal paid) {}

  /** What funds state to have given to an organisation, managed ones first. */
  public List<Received> received(String organisation, @Nullable Long at) {
    return read(at, () -> receivedNow(organisation), size -> replay.received(organisation, size));
  }

  private List<Received> receivedNow(String organisation) {
    return index.list(
        "SELECT managed, unit, coalesce(sum(amount) FILTER (WHERE measure = 'awarded'), 0),"
            + " coalesce(sum(amount) FILTER"
            + " (WHERE measure IN ('paid_released', 'paid_direct')), 0)"
            + " FROM party_sum WHERE organisation = ?"
            + " AND measure IN ('awarded', 'paid_released', 'paid_direct')"
            + " GROUP BY managed, unit ORDER BY managed DESC, unit",
        (row, n) ->
            new Received(
                row.getBoolean(1), row.getString(2), row.getBigDecimal(3), row.getBigDecimal(4)),
        organisation);
  }

  /** Counts and joint figures, from one moment. */
  public LedgerFigures ofLedger(@Nullable Long at) {
    return read(
        at,
        () -> at == null ? now() : now().at(replay.heightOf(at)),
        size -> replay.ofLedger(size));
  }

  private LedgerFigures now() {
    Map<Kind, Long> counts = new EnumMap<>(Kind.class);
    index.list(
        "SELECT kind, entries FROM entry_count",
        (row, n) -> counts.put(Kind.ofLabel(row.getString(1)).orElseThrow(), row.getLong(2)));
    return new LedgerFigures(
        index.height(), index.size(), counts, new JointTotals(joint(true), joint(false)));
  }

  private List<Totals> joint(boolean managed) {
    return index.list(
        "SELECT * FROM joint_total WHERE managed = ? ORDER BY unit", TotalsRow::read, managed);
  }

  /** One line per unit of a grant, by its fund and id. */
  public List<GrantTotals> ofGrant(String fund, String grant, boolean managed, @Nullable Long at) {
    return read(
        at,
        () -> grantNow(fund, grant, managed),
        size -> replay.ofGrant(fund, grant, managed, size));
  }

  private List<GrantTotals> grantNow(String fund, String grant, boolean managed) {
    Map<String, Map<Measure, BigDecimal>> sums = new TreeMap<>();
    index.list(
        "SELECT unit, measure, amount FROM grant_sum WHERE fund = ? AND grant_id = ?",
        (row, n) ->
            sums.computeIfAbsent(row.getString(1), unit -> new EnumMap<>(Measure.class))
                .put(Measure.ofLabel(row.getString(2)), row.getBigDecimal(3)),
        fund,
        grant);
    Map<String, BigDecimal> confirmed = new TreeMap<>();
    index.list(
        "SELECT unit, confirmed FROM payment_confirmation WHERE fund = ? AND grant_id = ?",
        (row, n) -> confirmed.merge(row.getString(1), row.getBigDecimal(2), BigDecimal::add),
        fund,
        grant);
    return sums.entrySet().stream()
        .map(unit ->
            GrantTotals.of(
                unit.getKey(),
                managed,
                unit.getValue(),
                confirmed.getOrDefault(unit.getKey(), BigDecimal.ZERO)))
        .toList();
  }

  /** From the roll-ups where they stand at the size asked for, else from the entries. */
  private <T> T read(@Nullable Long at, Supplier<T> now, LongFunction<T> then) {
    if (at == null) {
      return index.snapshot(now);
    }
    Optional<T> current =
        index.snapshot(
            () -> index.sizeAt(at) == index.size() ? Optional.of(now.get()) : Optional.empty());
    return current.orElseGet(() -> then.apply(at));
  }
}
