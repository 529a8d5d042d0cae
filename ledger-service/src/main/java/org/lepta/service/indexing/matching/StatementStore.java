package org.lepta.service.indexing.matching;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lepta.service.indexing.CopyBuffer;
import org.lepta.service.indexing.matching.Pairing.Pair;

/** The statements in the database, inside the caller's transaction. */
final class StatementStore {

  /**
   * How many lines of one fund and side with the same whole amount are paired line by line: more of
   * them cannot be told apart, and it bounds the work.
   */
  static final long MAX_ALIKE = 500;

  static final String COLUMNS =
      "leaf, gives, fund, owner, unit, amount, happened, named_fund, named_org, link, compared,"
          + " pairable";
  private static final int COLUMN_COUNT = 12;

  /**
   * Lines that may belong to some lines; the statement that reads those takes the place of the
   * mark. Each branch is one look-up in an index, of lines that have about the same amount and
   * date: a large owner has thousands of lines of any amount, of which few are of the same months.
   */
  static final String NEIGHBOURS =
      Stream.of(
              "o.fund = l.named_fund",
              "o.owner = l.named_fund",
              "o.owner = l.named_org",
              "o.named_fund = l.fund",
              "o.named_fund = l.owner",
              "o.named_org = l.owner")
          .map(named ->
              """
              SELECT o.leaf FROM l JOIN statement_line o ON %s AND o.unit = l.unit
                AND o.gives <> l.gives AND o.amount / 10000
                  = ANY (ARRAY[l.amount / 10000 - 1, l.amount / 10000, l.amount / 10000 + 1])
                AND o.happened BETWEEN l.happened - %2$d AND l.happened + %2$d
                AND o.amount BETWEEN l.amount - %3$d AND l.amount + %3$d
              WHERE l.pairable AND o.pairable AND l.amount <> 0
              """
                  .formatted(named, Candidates.MAX_DAYS, Candidates.MAX_DIFFERENCE))
          .collect(
              Collectors.joining(
                  " UNION ",
                  "WITH l AS MATERIALIZED (%s) ",
                  " UNION SELECT o.leaf FROM l JOIN statement_line o ON o.link = l.link"
                      + " UNION SELECT l.pair FROM l WHERE l.pair IS NOT NULL"));

  private static final String BUCKETS =
      """
      INSERT INTO statement_bucket AS b (gives, fund, unit, whole, lines)
      SELECT * FROM unnest(?::boolean[], ?::text[], ?::text[], ?::bigint[], ?::bigint[])
      ON CONFLICT (gives, fund, unit, whole) DO UPDATE SET lines = b.lines + excluded.lines
      RETURNING gives, fund, unit, whole, lines
      """;

  private static final String CHANGED =
      """
      SELECT DISTINCT ON (c.leaf) c.leaf, l.leaf, c.amount
      FROM unnest(?::bigint[], ?::text[], ?::text[], ?::text[], ?::bigint[])
        AS c (leaf, fund, kind, id, amount)
      JOIN entry e ON e.id = c.id AND e.kind = c.kind AND e.fund = c.fund AND e.leaf < c.leaf
      JOIN statement_line l ON l.leaf = e.leaf
      ORDER BY c.leaf, l.leaf
      """;

  private final Connection connection;

  StatementStore(Connection connection) {
    this.connection = connection;
  }

  /** A line as it stands, with its other side. */
  record Stored(StatementLine line, @Nullable Pair pair) {}

  private record Bucket(boolean gives, String fund, String unit, long whole) {

    static Bucket of(StatementLine line) {
      return new Bucket(
          line.gives(),
          line.fund(),
          line.unit(),
          Math.floorDiv(line.amount(), Candidates.MAX_DIFFERENCE));
    }
  }

  /** Adds lines, in log order; those beyond the bound are not paired line by line. */
  void add(List<StatementLine> lines) throws SQLException {
    if (lines.isEmpty()) {
      return;
    }
    Map<Bucket, Long> earlier = countBuckets(lines);
    CopyBuffer rows = new CopyBuffer();
    for (StatementLine line : lines) {
      boolean pairable =
          line.happened() != null && earlier.merge(Bucket.of(line), 1L, Long::sum) <= MAX_ALIKE;
      rows.row(COLUMN_COUNT)
          .int8(line.leaf())
          .bool(line.gives())
          .text(line.fund())
          .text(line.owner())
          .text(line.unit())
          .int8(line.amount())
          .date(line.happened())
          .text(line.namedFund())
          .text(line.namedOrg())
          .text(line.link())
          .bool(line.compared())
          .bool(pairable);
    }
    rows.copyInto(connection, "statement_line (" + COLUMNS + ")");
  }

  /** How many lines of each bucket came before these. */
  private Map<Bucket, Long> countBuckets(List<StatementLine> lines) throws SQLException {
    Map<Bucket, Long> added = new HashMap<>();
    lines.stream()
        .filter(line -> line.happened() != null)
        .forEach(line -> added.merge(Bucket.of(line), 1L, Long::sum));
    List<Bucket> buckets = List.copyOf(added.keySet());
    Map<Bucket, Long> earlier = new HashMap<>();
    try (PreparedStatement upsert = connection.prepareStatement(BUCKETS)) {
      array(upsert, 1, "boolean", buckets.stream().map(Bucket::gives).toList());
      array(upsert, 2, "text", buckets.stream().map(Bucket::fund).toList());
      array(upsert, 3, "text", buckets.stream().map(Bucket::unit).toList());
      array(upsert, 4, "bigint", buckets.stream().map(Bucket::whole).toList());
      array(upsert, 5, "bigint", buckets.stream().map(added::get).toList());
      try (ResultSet row = upsert.executeQuery()) {
        while (row.next()) {
          Bucket bucket =
              new Bucket(row.getBoolean(1), row.getString(2), row.getString(3), row.getLong(4));
          earlier.put(bucket, row.getLong(5) - added.getOrDefault(bucket, 0L));
        }
      }
    }
    return earlier;
  }

  /** What these corrections take from which lines; keeps it for figures of the past. */
  Map<Long, Long> changes(List<StatementLines.Change> changes) throws SQLException {
    Map<Long, Long> byLine = new HashMap<>();
    if (changes.isEmpty()) {
      return byLine;
    }
    CopyBuffer rows = new CopyBuffer();
    try (PreparedStatement query = connection.prepareStatement(CHANGED)) {
      array(query, 1, "bigint", changes.stream().map(StatementLines.Change::leaf).toList());
      array(query, 2, "text", changes.stream().map(StatementLines.Change::fund).toList());
      array(query, 3, "text", changes.stream().map(change -> change.kind().label()).toList());
      array(query, 4, "text", changes.stream().map(StatementLines.Change::id).toList());
      array(query, 5, "bigint", changes.stream().map(StatementLines.Change::amount).toList());
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          rows.row(3).int8(row.getLong(1)).int8(row.getLong(2)).int8(row.getLong(3));
          byLine.merge(row.getLong(2), row.getLong(3), Long::sum);
        }
      }
    }
    rows.copyInto(connection, "statement_change (leaf, line, amount)");
    return byLine;
  }

  /** Takes amounts from lines. */
  void take(Map<Long, Long> byLine) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "UPDATE statement_line l SET amount = l.amount - c.amount"
                + " FROM unnest(?::bigint[], ?::bigint[]) AS c (line, amount)"
                + " WHERE l.leaf = c.line")) {
      List<Long> lines = List.copyOf(byLine.keySet());
      array(update, 1, "bigint", lines);
      array(update, 2, "bigint", lines.stream().map(byLine::get).toList());
      update.executeUpdate();
    }
  }

  /** Lines that name one of these funds or owners. */
  Set<Long> naming(Collection<String> ids) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            "SELECT leaf FROM statement_line WHERE named_fund = ANY (?)"
                + " UNION SELECT leaf FROM statement_line WHERE named_org = ANY (?)")) {
      array(query, 1, "text", ids);
      array(query, 2, "text", ids);
      return leaves(query);
    }
  }

  /** Lines that may belong to these, their other sides and those that share a pass-on. */
  Set<Long> neighbours(Collection<Long> lines) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            NEIGHBOURS.formatted("SELECT * FROM statement_line WHERE leaf = ANY (?)"))) {
      array(query, 1, "bigint", lines);
      return leaves(query);
    }
  }

  /** The leaf indexes that a statement finds. */
  static Set<Long> leaves(PreparedStatement query) throws SQLException {
    Set<Long> leaves = new HashSet<>();
    try (ResultSet row = query.executeQuery()) {
      while (row.next()) {
        leaves.add(row.getLong(1));
      }
    }
    return leaves;
  }

  /** These lines as they stand. */
  Map<Long, Stored> load(Collection<Long> leaves) throws SQLException {
    Map<Long, Stored> lines = new HashMap<>();
    try (PreparedStatement query =
        connection.prepareStatement(
            "SELECT " + COLUMNS + ", pair, state FROM statement_line WHERE leaf = ANY (?)")) {
      array(query, 1, "bigint", leaves);
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          String state = row.getString("state");
          Pair pair =
              state == null ? null : new Pair(row.getLong("pair"), MatchState.ofWord(state));
          lines.put(row.getLong("leaf"), new Stored(line(row), pair));
        }
      }
    }
    return lines;
  }

  static StatementLine line(ResultSet row) throws SQLException {
    return new StatementLine(
        row.getLong("leaf"),
        row.getBoolean("gives"),
        row.getString("fund"),
        row.getString("owner"),
        row.getString("unit"),
        row.getLong("amount"),
        row.getObject("happened", LocalDate.class),
        row.getString("named_fund"),
        row.getString("named_org"),
        row.getString("link"),
        row.getBoolean("compared"),
        row.getBoolean("pairable"));
  }

  /** Which of these ids are funds here, or own one. */
  FundsHere here(Collection<String> ids) throws SQLException {
    Set<String> funds = new HashSet<>();
    Set<String> owners = new HashSet<>();
    try (PreparedStatement query =
        connection.prepareStatement(
            "SELECT true, id FROM fund WHERE id = ANY (?)"
                + " UNION SELECT false, owner FROM fund WHERE owner = ANY (?)")) {
      array(query, 1, "text", ids);
      array(query, 2, "text", ids);
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          (row.getBoolean(1) ? funds : owners).add(row.getString(2));
        }
      }
    }
    return new FundsHere(funds, owners);
  }

  /** Writes the other sides of lines; null where a line has none any more. */
  void pair(Map<Long, @Nullable Pair> pairs) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "UPDATE statement_line SET pair = ?, state = ? WHERE leaf = ?")) {
      for (Map.Entry<Long, @Nullable Pair> line : pairs.entrySet()) {
        Pair pair = line.getValue();
        if (pair == null) {
          update.setNull(1, Types.BIGINT);
          update.setNull(2, Types.VARCHAR);
        } else {
          update.setLong(1, pair.other());
          update.setString(2, pair.state().word());
        }
        update.setLong(3, line.getKey());
        update.addBatch();
      }
      update.executeBatch();
    }
  }

  /** Sets a parameter to the values as one array of that SQL type. */
  static void array(PreparedStatement statement, int parameter, String type, Collection<?> values)
      throws SQLException {
    statement.setArray(parameter, statement.getConnection().createArrayOf(type, values.toArray()));
  }
}
