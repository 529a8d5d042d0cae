package org.lepta.service.indexing.matching;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lepta.service.indexing.matching.GroupStore.Stored;

/**
 * What one fund and others state about the money between them, in bounded time however large the
 * fund is: of each direction the conflicts and largest sums.
 */
final class FundCounterparts {

  /** Most sums of pairs, and most groups that pairing left, of each direction. */
  private static final int MOST = 50;

  private static final String DIRECTIONS =
      "SELECT found.* FROM (VALUES (true), (false)) AS d (direction) CROSS JOIN LATERAL ";

  private static final String PAIRED =
      """
      SELECT s.gives, s.other_fund, s.other_owner, s.unit, s.here, s.there,
        CASE WHEN s.conflicting > 0 THEN 'conflicting' WHEN s.rounded > 0 THEN 'rounded'
          WHEN s.near > 0 THEN 'near' ELSE 'exact' END AS state
      FROM paired_sum s
      """;

  private static final String LARGEST_PAIRED =
      DIRECTIONS
          + "("
          + PAIRED
          + " WHERE s.fund = ? AND s.gives = d.direction"
          + " ORDER BY (s.conflicting = 0), (-abs(s.here)), s.unit, s.other_fund LIMIT "
          + MOST
          + ") AS found";

  private static final String SAME_PAIRED =
      PAIRED
          + " JOIN unnest(?::boolean[], ?::text[], ?::text[]) AS k (gives, unit, other_fund)"
          + " ON s.gives = k.gives AND s.unit = k.unit AND s.other_fund = k.other_fund"
          + " WHERE s.fund = ?";

  private static final String GROUPS =
      DIRECTIONS
          + "(SELECT * FROM statement_group WHERE %s AND gives = d.direction AND state IS NOT NULL"
          + " ORDER BY (state <> 'conflicting'), (-abs(amount)), fund, unit, named_fund, named_org"
          + " LIMIT "
          + MOST
          + ") AS found";

  /** Two funds in one direction and unit. */
  private record Relation(boolean gives, String unit, Set<String> otherFunds) {

    static Relation of(Counterpart counterpart) {
      return new Relation(counterpart.gives(), counterpart.unit(), counterpart.otherFunds());
    }
  }

  private final Connection connection;
  private final String fund;

  FundCounterparts(Connection connection, String fund) {
    this.connection = connection;
    this.fund = fund;
  }

  /** Pairs and what they left, of the same two funds, in one line. */
  List<Counterpart> read() throws SQLException {
    List<Counterpart> left = left();
    Map<Relation, Counterpart> found = new LinkedHashMap<>();
    largestPaired().forEach(paired -> found.put(Relation.of(paired), paired));
    paired(left).forEach(paired -> found.put(Relation.of(paired), paired));
    left.forEach(rest -> found.merge(Relation.of(rest), rest, Counterpart::plus));
    return found.values().stream()
        .sorted(
            Comparator.comparing((Counterpart c) -> c.state() != MatchState.CONFLICTING)
                .thenComparing(c -> c.here().abs(), Comparator.reverseOrder())
                .thenComparing(c -> c.otherFunds().toString())
                .thenComparing(Counterpart::unit))
        .toList();
  }

  private List<Counterpart> largestPaired() throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(LARGEST_PAIRED)) {
      query.setString(1, fund);
      return paired(query);
    }
  }

  /** What is paired between the same funds as these. */
  private List<Counterpart> paired(Collection<Counterpart> left) throws SQLException {
    List<Counterpart> one = left.stream().filter(c -> c.otherFunds().size() == 1).toList();
    try (PreparedStatement query = connection.prepareStatement(SAME_PAIRED)) {
      StatementStore.array(query, 1, "boolean", one.stream().map(Counterpart::gives).toList());
      StatementStore.array(query, 2, "text", one.stream().map(Counterpart::unit).toList());
      StatementStore.array(
          query, 3, "text", one.stream().map(c -> c.otherFunds().iterator().next()).toList());
      query.setString(4, fund);
      return paired(query);
    }
  }

  private static List<Counterpart> paired(PreparedStatement query) throws SQLException {
    List<Counterpart> paired = new ArrayList<>();
    try (ResultSet row = query.executeQuery()) {
      while (row.next()) {
        paired.add(
            new Counterpart(
                row.getBoolean("gives"),
                Set.of(row.getString("other_fund")),
                row.getString("other_owner"),
                row.getString("unit"),
                Counterparts.units(row.getBigDecimal("here")),
                Counterparts.units(row.getBigDecimal("there")),
                MatchState.ofWord(row.getString("state")),
                false));
      }
    }
    return paired;
  }

  private List<Counterpart> left() throws SQLException {
    Set<StatementGroup> groups = groups("fund = ?");
    Reach reach = Reach.from(connection, groups);
    Comparison comparison = reach.comparison();
    List<Counterpart> left = new ArrayList<>();
    Set<StatementGroup> told = new HashSet<>();
    for (StatementGroup group : groups) {
      if (!told.contains(group)) {
        left.add(Counterparts.of(group, reach, Set.copyOf(comparison.together(group, told))));
      }
    }
    Set<StatementGroup> others = groups("named_fund <> '' AND named_fund = ?");
    others.removeAll(told);
    new GroupStore(connection).load(others).values().forEach(other -> left.add(unanswered(other)));
    return left;
  }

  /** Groups of the fund, or groups that name it, of which there is something to tell. */
  private Set<StatementGroup> groups(String condition) throws SQLException {
    Set<StatementGroup> groups = new LinkedHashSet<>();
    try (PreparedStatement query = connection.prepareStatement(GROUPS.formatted(condition))) {
      query.setString(1, fund);
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          groups.add(GroupStore.read(row).group());
        }
      }
    }
    return groups;
  }

  /** What another fund states of this one, which states nothing of it. */
  private static Counterpart unanswered(Stored other) {
    return new Counterpart(
        !other.group().gives(),
        Set.of(other.group().fund()),
        other.group().owner(),
        other.group().unit(),
        BigDecimal.ZERO,
        Counterparts.sum(List.of(other)),
        MatchState.ONE_SIDED,
        false);
  }
}
