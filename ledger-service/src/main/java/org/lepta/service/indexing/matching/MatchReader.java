package org.lepta.service.indexing.matching;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lepta.service.indexing.matching.GroupStore.Stored;

/** Reads the match of the two sides, on a connection of the caller's snapshot. */
public final class MatchReader {

  private static final String LINES =
      """
      SELECT l.leaf, l.pair, coalesce(l.state, g.state) AS state
      FROM statement_line l LEFT JOIN statement_group g
        ON l.pair IS NULL AND l.compared AND g.fund = l.fund AND g.unit = l.unit
        AND g.gives = l.gives AND g.named_fund = coalesce(l.named_fund, '')
        AND g.named_org = coalesce(l.named_org, '')
      WHERE l.leaf = ANY (?)
      """;

  private final Connection connection;

  /** Reads on this connection; neither committed nor closed here. */
  public MatchReader(Connection connection) {
    this.connection = connection;
  }

  /** The match of those of these entries of which there is one to tell. */
  public Map<Long, LineMatch> ofLines(Collection<Long> leaves) throws SQLException {
    Map<Long, LineMatch> matches = new HashMap<>();
    try (PreparedStatement query = connection.prepareStatement(LINES)) {
      query.setArray(1, connection.createArrayOf("bigint", leaves.toArray()));
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          String state = row.getString("state");
          if (state != null) {
            matches.put(
                row.getLong("leaf"),
                new LineMatch(MatchState.ofWord(state), row.getObject("pair", Long.class)));
          }
        }
      }
    }
    return matches;
  }

  /**
   * What a fund and others state about the money between them: of each direction the conflicts and
   * largest sums, up to a hundred or so.
   */
  public List<Counterpart> ofFund(String fund) throws SQLException {
    return new FundCounterparts(connection, fund).read();
  }

  /** The match of one entry as known when the log had a size; none if there is none to tell. */
  public Optional<LineMatch> ofLine(long leaf, long size) throws SQLException {
    return PartMatching.ofLine(connection, leaf, size);
  }

  /** The same as known when the log had a size. */
  public List<Counterpart> ofFund(String fund, long size) throws SQLException {
    return FundCounterpartsThen.read(connection, fund, size);
  }

  /**
   * What givers state otherwise than the receivers, as far as single payments do not match: by
   * unit, the largest first.
   *
   * @param after the place behind which to go on; null for the first
   */
  public List<Disagreement> disagreements(Disagreement.@Nullable Place after, int limit)
      throws SQLException {
    Map<StatementGroup, Stored> groups = conflicting(after, limit);
    return Disagreements.of(groups.values(), Reach.from(connection, groups));
  }

  private Map<StatementGroup, Stored> conflicting(Disagreement.@Nullable Place after, int limit)
      throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            "SELECT * FROM statement_group WHERE state = 'conflicting' AND gives"
                + (after == null
                    ? ""
                    : " AND (unit, (-abs(amount)), fund, named_fund, named_org)"
                        + " > (?, -abs(?::numeric), ?, ?, ?)")
                + " ORDER BY unit, (-abs(amount)), fund, named_fund, named_org LIMIT "
                + limit)) {
      if (after != null) {
        query.setString(1, after.unit());
        query.setBigDecimal(2, new BigDecimal(after.amount()));
        query.setString(3, after.fund());
        query.setString(4, after.namedFund());
        query.setString(5, after.namedOrg());
      }
      return GroupStore.read(query);
    }
  }
}
