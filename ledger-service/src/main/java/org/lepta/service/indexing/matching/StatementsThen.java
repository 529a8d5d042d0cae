package org.lepta.service.indexing.matching;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The statements in the database as they stood when the log had a size. */
final class StatementsThen {

  private static final String FUNDS = "SELECT id, owner FROM fund WHERE leaf < ?";

  private static final int ROWS_AT_ONCE = 1_000;

  /** A large fund has more lines than one statement could look around in its time. */
  private static final int LINES_AT_ONCE = 5_000;

  /** Of the whole ledger so many leaves are read by one statement, which has a time limit. */
  private static final long LEAVES_AT_ONCE = 100_000;

  /** Whole groups, each way of naming by an index of its own. */
  private static final String NAMING_BACK =
      """
      SELECT DISTINCT o.leaf
      FROM %s CROSS JOIN LATERAL (
        SELECT s.leaf, s.fund, s.owner, s.gives FROM statement_line s
          WHERE s.named_fund = k.fund AND s.unit = k.unit
        UNION ALL SELECT s.leaf, s.fund, s.owner, s.gives FROM statement_line s
          WHERE s.named_fund = k.owner AND s.unit = k.unit
        UNION ALL SELECT s.leaf, s.fund, s.owner, s.gives FROM statement_line s
          WHERE s.named_org = k.owner AND s.unit = k.unit) AS o
      WHERE o.gives <> k.gives
        AND (o.fund = k.named_fund OR o.owner = k.named_fund OR o.owner = k.named_org)
      """
          .formatted(GroupStore.KEYS);

  private final Connection connection;
  private final long size;
  private final String lines;

  StatementsThen(Connection connection, long size) {
    this.connection = connection;
    this.size = size;
    this.lines = linesAt(size);
  }

  private static String linesAt(long size) {
    return """
    SELECT l.leaf, l.gives, l.fund, l.owner, l.unit, l.amount + coalesce((SELECT sum(c.amount)
        FROM statement_change c WHERE c.line = l.leaf AND c.leaf >= %1$d), 0)::bigint AS amount,
      l.happened, l.named_fund, l.named_org, l.link, l.compared, l.pairable, l.pair
    FROM statement_line l WHERE l.leaf < %1$d
    """
        .formatted(size);
  }

  /** All of them. */
  Map<Long, StatementLine> all() throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(lines)) {
      return read(query);
    }
  }

  /** The units of all of them. */
  Set<String> units() throws SQLException {
    Set<String> units = new TreeSet<>();
    try (PreparedStatement query =
        connection.prepareStatement(
            "SELECT DISTINCT unit FROM statement_line WHERE leaf >= ? AND leaf < ?")) {
      for (long from = 0; from < size; from += LEAVES_AT_ONCE) {
        query.setLong(1, from);
        query.setLong(2, Math.min(size, from + LEAVES_AT_ONCE));
        try (ResultSet row = query.executeQuery()) {
          while (row.next()) {
            units.add(row.getString(1));
          }
        }
      }
    }
    return units;
  }

  /** All of one unit. */
  Map<Long, StatementLine> ofUnit(String unit) throws SQLException {
    Map<Long, StatementLine> all = new HashMap<>();
    for (long from = 0; from < size; from += LEAVES_AT_ONCE) {
      String range = " AND l.leaf >= " + from + " AND l.leaf < " + (from + LEAVES_AT_ONCE);
      all.putAll(lines(range + " AND l.unit = ANY (?)", "text", List.of(unit)));
    }
    return all;
  }

  /** Those of these funds. */
  Map<Long, StatementLine> ofFunds(Collection<String> funds) throws SQLException {
    return lines(" AND l.fund = ANY (?)", "text", funds);
  }

  /** Those that name one of these funds. */
  Map<Long, StatementLine> naming(Collection<String> funds) throws SQLException {
    return lines(" AND l.named_fund = ANY (?)", "text", funds);
  }

  /** The one at this leaf index; none if there is none. */
  Map<Long, StatementLine> at(long leaf) throws SQLException {
    return lines(" AND l.leaf = ANY (?)", "bigint", List.of(leaf));
  }

  /** Those of one group. */
  Map<Long, StatementLine> ofGroup(StatementGroup group) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            lines
                + " AND l.fund = ? AND l.unit = ? AND l.gives = ?"
                + " AND l.named_fund IS NOT DISTINCT FROM ?"
                + " AND l.named_org IS NOT DISTINCT FROM ?")) {
      query.setString(1, group.fund());
      query.setString(2, group.unit());
      query.setBoolean(3, group.gives());
      query.setString(4, group.namedFund());
      query.setString(5, group.namedOrg());
      return read(query);
    }
  }

  /** Those that were corrected later, as they stood before. */
  Map<Long, StatementLine> correctedSince() throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            lines + " AND l.leaf IN (SELECT line FROM statement_change WHERE leaf >= ?)")) {
      query.setLong(1, size);
      return read(query);
    }
  }

  /** Those that may belong to these, as far as amounts were what they are today. */
  Map<Long, StatementLine> near(Collection<Long> leaves) throws SQLException {
    Map<Long, StatementLine> found = new HashMap<>();
    List<Long> all = List.copyOf(leaves);
    for (int from = 0; from < all.size(); from += LINES_AT_ONCE) {
      found.putAll(nearTo(all.subList(from, Math.min(from + LINES_AT_ONCE, all.size()))));
    }
    return found;
  }

  private Map<Long, StatementLine> nearTo(Collection<Long> leaves) throws SQLException {
    String neighbours = StatementStore.NEIGHBOURS.formatted(lines + " AND l.leaf = ANY (?)");
    try (PreparedStatement query = connection.prepareStatement(neighbours)) {
      StatementStore.array(query, 1, "bigint", leaves);
      return ofLeaves(query);
    }
  }

  /** All lines of the groups that these groups name and that name them back. */
  Map<Long, StatementLine> namingBack(List<StatementGroup> groups) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(NAMING_BACK)) {
      GroupStore.setKeys(query, 1, groups);
      return ofLeaves(query);
    }
  }

  /** All funds that were here, and their owners. */
  FundsHere here() throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(FUNDS)) {
      query.setLong(1, size);
      return fundsHere(query);
    }
  }

  /** Which of these ids were funds here, or owned one. */
  FundsHere here(Collection<String> ids) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(FUNDS + " AND (id = ANY (?) OR owner = ANY (?))")) {
      query.setLong(1, size);
      StatementStore.array(query, 2, "text", ids);
      StatementStore.array(query, 3, "text", ids);
      return fundsHere(query);
    }
  }

  private static FundsHere fundsHere(PreparedStatement query) throws SQLException {
    Set<String> funds = new HashSet<>();
    Set<String> owners = new HashSet<>();
    try (ResultSet row = query.executeQuery()) {
      while (row.next()) {
        funds.add(row.getString(1));
        owners.add(row.getString(2));
      }
    }
    return new FundsHere(funds, owners);
  }

  private Map<Long, StatementLine> ofLeaves(PreparedStatement query) throws SQLException {
    Set<Long> leaves = StatementStore.leaves(query);
    return leaves.isEmpty() ? Map.of() : lines(" AND l.leaf = ANY (?)", "bigint", leaves);
  }

  private Map<Long, StatementLine> lines(String condition, String type, Collection<?> values)
      throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(lines + condition)) {
      StatementStore.array(query, 1, type, values);
      return read(query);
    }
  }

  private static Map<Long, StatementLine> read(PreparedStatement query) throws SQLException {
    Map<Long, StatementLine> found = new HashMap<>();
    Map<String, String> names = new HashMap<>();
    query.setFetchSize(ROWS_AT_ONCE);
    try (ResultSet row = query.executeQuery()) {
      while (row.next()) {
        StatementLine line = withShared(names, StatementStore.line(row));
        found.put(line.leaf(), line);
      }
    }
    return found;
  }

  /** Of millions of lines most name the same funds and organisations. */
  private static StatementLine withShared(Map<String, String> names, StatementLine line) {
    return new StatementLine(
        line.leaf(),
        line.gives(),
        shared(names, line.fund()),
        shared(names, line.owner()),
        shared(names, line.unit()),
        line.amount(),
        line.happened(),
        line.namedFund() == null ? null : shared(names, line.namedFund()),
        line.namedOrg() == null ? null : shared(names, line.namedOrg()),
        line.link(),
        line.compared(),
        line.pairable());
  }

  private static String shared(Map<String, String> names, String name) {
    String known = names.putIfAbsent(name, name);
    return known == null ? name : known;
  }
}
