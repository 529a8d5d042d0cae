package org.lepta.service.indexing.read;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
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
    return ofOrganisations(List.of(organisation), at).getFirst();
  }

  /** The same of many organisations at once, in their order. */
  List<JointTotals> ofOrganisations(List<String> organisations, @Nullable Long at) {
    return read(
        at,
        () -> {
          Map<String, List<OfMode>> owned = owned(organisations);
          return organisations.stream()
              .map(id -> OfMode.joint(owned.getOrDefault(id, List.of())))
              .toList();
        },
        size -> organisations.stream().map(id -> replay.ofOrganisation(id, size)).toList());
  }

  private Map<String, List<OfMode>> owned(List<String> organisations) {
    Map<String, List<OfMode>> found = new TreeMap<>();
    index.list(
        "SELECT owner, managed, unit, "
            + TotalsRow.summed("")
            + " FROM fund_total WHERE owner = ANY (?)"
            + " GROUP BY owner, managed, unit ORDER BY owner, unit",
        (row, n) ->
            found
                .computeIfAbsent(row.getString("owner"), owner -> new ArrayList<>())
                .add(OfMode.read(row, n)),
        (Object) organisations.toArray(String[]::new));
    return found;
  }

  /** Figures of funds of one mode. */
  private record OfMode(boolean managed, Totals totals) {

    static OfMode read(ResultSet row, int number) throws SQLException {
      return new OfMode(row.getBoolean("managed"), TotalsRow.read(row, number));
    }

    static JointTotals joint(List<OfMode> rows) {
      return new JointTotals(of(rows, true), of(rows, false));
    }

    private static List<Totals> of(List<OfMode> rows, boolean managed) {
      return rows.stream().filter(row -> row.managed == managed).map(OfMode::totals).toList();
    }
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
    List<OfMode> joint = index.list("SELECT * FROM joint_total ORDER BY unit", OfMode::read);
    return new LedgerFigures(index.height(), index.size(), counts, OfMode.joint(joint));
  }

  /** One line per unit of a grant, by its fund and id. */
  public List<GrantTotals> ofGrant(String fund, String grant, boolean managed, @Nullable Long at) {
    return ofGrants(List.of(new GrantOf(fund, grant, managed)), at).getFirst();
  }

  /**
   * Which grant.
   *
   * @param managed whether its fund is kept on this ledger
   */
  record GrantOf(String fund, String grant, boolean managed) {}

  /** The figures of many grants at once, in their order. */
  List<List<GrantTotals>> ofGrants(List<GrantOf> grants, @Nullable Long at) {
    return read(
        at,
        () -> grantsNow(grants),
        size ->
            grants.stream()
                .map(of -> replay.ofGrant(of.fund(), of.grant(), of.managed(), size))
                .toList());
  }

  private List<List<GrantTotals>> grantsNow(List<GrantOf> grants) {
    String[] funds = grants.stream().map(GrantOf::fund).toArray(String[]::new);
    String[] ids = grants.stream().map(GrantOf::grant).toArray(String[]::new);
    Map<Integer, Map<String, Map<Measure, BigDecimal>>> sums = new TreeMap<>();
    index.list(
        "SELECT k.n, s.unit, s.measure, s.amount FROM"
            + " unnest(?::text[], ?::text[]) WITH ORDINALITY AS k (fund, grant_id, n)"
            + " JOIN grant_sum s ON s.fund = k.fund AND s.grant_id = k.grant_id",
        (row, n) ->
            sums.computeIfAbsent(row.getInt(1) - 1, grant -> new TreeMap<>())
                .computeIfAbsent(row.getString(2), unit -> new EnumMap<>(Measure.class))
                .put(Measure.ofLabel(row.getString(3)), row.getBigDecimal(4)),
        funds,
        ids);
    Map<Integer, Map<String, BigDecimal>> confirmed = new TreeMap<>();
    index.list(
        "SELECT k.n, c.unit, c.confirmed FROM"
            + " unnest(?::text[], ?::text[]) WITH ORDINALITY AS k (fund, grant_id, n)"
            + " JOIN payment_confirmation c ON c.fund = k.fund AND c.grant_id = k.grant_id",
        (row, n) ->
            confirmed
                .computeIfAbsent(row.getInt(1) - 1, grant -> new TreeMap<>())
                .merge(row.getString(2), row.getBigDecimal(3), BigDecimal::add),
        funds,
        ids);
    return IntStream.range(0, grants.size())
        .mapToObj(i ->
            totals(
                grants.get(i).managed(),
                sums.getOrDefault(i, Map.of()),
                confirmed.getOrDefault(i, Map.of())))
        .toList();
  }

  private static List<GrantTotals> totals(
      boolean managed,
      Map<String, Map<Measure, BigDecimal>> sums,
      Map<String, BigDecimal> confirmed) {
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
