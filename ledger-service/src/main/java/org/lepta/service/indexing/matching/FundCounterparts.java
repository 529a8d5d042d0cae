package org.lepta.service.indexing.matching;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
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
  static final int MOST = 50;

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

  private final Connection connection;
  private final String fund;

  FundCounterparts(Connection connection, String fund) {
    this.connection = connection;
    this.fund = fund;
  }

  List<Counterpart> read() throws SQLException {
    Map<StatementGroup, Stored> own = groups("fund = ?");
    CounterpartList list = new CounterpartList(Reach.from(connection, own));
    list.addOwn(own.keySet());
    Map<StatementGroup, Stored> others = groups("named_fund <> '' AND named_fund = ?");
    others.keySet().removeIf(list::tells);
    others.values().forEach(list::addUnanswered);
    List<Counterpart> paired = new ArrayList<>(largestPaired());
    paired.addAll(paired(list.left()));
    return list.with(paired);
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
    if (one.isEmpty()) {
      return List.of();
    }
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

  /** Groups of the fund, or groups that name it, of which there is something to tell. */
  private Map<StatementGroup, Stored> groups(String condition) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(GROUPS.formatted(condition))) {
      query.setString(1, fund);
      return GroupStore.read(query);
    }
  }
}
