package org.lepta.service.indexing.matching;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What pairing left, by group, in the database, inside the caller's transaction. */
final class GroupStore {

  /** Groups as rows {@code k}; {@link #setKeys} sets them. Empty text where a name is absent. */
  static final String KEYS =
      "unnest(?::boolean[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])"
          + " WITH ORDINALITY AS k (gives, fund, owner, unit, named_fund, named_org, number)";

  private static final String SAME =
      "g.fund = k.fund AND g.unit = k.unit AND g.gives = k.gives"
          + " AND g.named_fund = k.named_fund AND g.named_org = k.named_org";
  private static final String COLUMNS =
      "g.gives, g.fund, g.owner, g.unit, g.named_fund, g.named_org, g.amount, g.lines, g.state";

  /**
   * Groups that these name and that name these back; the caller looks closer. Each way of naming is
   * a look-up of its own by an index that has both names (and no empty ones, as the conditions say
   * once more), and LATERAL keeps them look-ups.
   */
  private static final String ANSWERS =
      """
      WITH k AS (SELECT * FROM %2$s)
      SELECT k.number, g.* FROM k CROSS JOIN LATERAL (
        SELECT %1$s FROM statement_group g WHERE k.named_fund <> '' AND g.fund = k.named_fund
          AND g.unit = k.unit AND g.gives = (NOT k.gives)
          AND g.named_fund <> '' AND g.named_fund = k.fund
        UNION SELECT %1$s FROM statement_group g WHERE k.named_fund <> '' AND g.fund = k.named_fund
          AND g.unit = k.unit AND g.gives = (NOT k.gives)
          AND g.named_fund <> '' AND g.named_fund = k.owner
        UNION SELECT %1$s FROM statement_group g WHERE k.named_fund <> '' AND g.fund = k.named_fund
          AND g.unit = k.unit AND g.gives = (NOT k.gives)
          AND g.named_org <> '' AND g.named_org = k.owner
        UNION SELECT %1$s FROM statement_group g
          WHERE g.owner = ANY (ARRAY[k.named_fund, k.named_org])
          AND g.unit = k.unit AND g.gives = (NOT k.gives)
          AND g.named_fund <> '' AND g.named_fund = k.fund
        UNION SELECT %1$s FROM statement_group g
          WHERE g.owner = ANY (ARRAY[k.named_fund, k.named_org])
          AND g.unit = k.unit AND g.gives = (NOT k.gives)
          AND g.named_fund <> '' AND g.named_fund = k.owner
        UNION SELECT %1$s FROM statement_group g
          WHERE g.owner = ANY (ARRAY[k.named_fund, k.named_org])
          AND g.unit = k.unit AND g.gives = (NOT k.gives)
          AND g.named_org <> '' AND g.named_org = k.owner) AS g
      """
          .formatted(COLUMNS, KEYS);

  private final Connection connection;

  GroupStore(Connection connection) {
    this.connection = connection;
  }

  /** A group as it stands. */
  record Stored(StatementGroup group, Leftover left, @Nullable MatchState state) {

    /** What counts as money from another fund here: nothing unless the sums agree. */
    BigDecimal onward() {
      return !group.gives() && state == MatchState.SPLIT
          ? new BigDecimal(left.amount(), Onward.SCALE)
          : BigDecimal.ZERO;
    }
  }

  /** Adds to what is left; groups of which no line is left are gone. */
  void add(Map<StatementGroup, Leftover> changes) throws SQLException {
    List<StatementGroup> groups = List.copyOf(changes.keySet());
    try (PreparedStatement upsert =
            connection.prepareStatement(
                "INSERT INTO statement_group AS g (gives, fund, owner, unit, named_fund,"
                    + " named_org, amount, lines)"
                    + " SELECT * FROM unnest(?::boolean[], ?::text[], ?::text[], ?::text[],"
                    + " ?::text[], ?::text[], ?::numeric[], ?::bigint[])"
                    + " ON CONFLICT (fund, unit, gives, named_fund, named_org) DO UPDATE SET"
                    + " amount = g.amount + excluded.amount, lines = g.lines + excluded.lines");
        PreparedStatement delete =
            connection.prepareStatement(
                "DELETE FROM statement_group g USING " + KEYS + " WHERE g.lines = 0 AND " + SAME)) {
      setKeys(upsert, 1, groups);
      array(upsert, 7, "numeric", groups, group -> new BigDecimal(left(changes, group).amount()));
      array(upsert, 8, "bigint", groups, group -> left(changes, group).lines());
      upsert.executeUpdate();
      setKeys(delete, 1, groups);
      delete.executeUpdate();
    }
  }

  private static Leftover left(Map<StatementGroup, Leftover> changes, StatementGroup group) {
    return changes.getOrDefault(group, Leftover.NONE);
  }

  /** These groups, as far as they are there. */
  Map<StatementGroup, Stored> load(Collection<StatementGroup> groups) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            "SELECT " + COLUMNS + " FROM " + KEYS + " JOIN statement_group g ON " + SAME)) {
      setKeys(query, 1, groups);
      return read(query);
    }
  }

  /** The groups that a statement finds, in its order. */
  static Map<StatementGroup, Stored> read(PreparedStatement query) throws SQLException {
    Map<StatementGroup, Stored> found = new LinkedHashMap<>();
    try (ResultSet row = query.executeQuery()) {
      while (row.next()) {
        Stored stored = read(row);
        found.put(stored.group(), stored);
      }
    }
    return found;
  }

  /** Groups that may answer each of these. */
  Map<StatementGroup, Set<Stored>> answers(List<StatementGroup> groups) throws SQLException {
    Map<StatementGroup, Set<Stored>> answers = new HashMap<>();
    try (PreparedStatement query = connection.prepareStatement(ANSWERS)) {
      setKeys(query, 1, groups);
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          answers
              .computeIfAbsent(
                  groups.get((int) row.getLong("number") - 1), group -> new HashSet<>())
              .add(read(row));
        }
      }
    }
    return answers;
  }

  /** Groups that name one of these funds or owners. */
  Set<StatementGroup> naming(Collection<String> ids) throws SQLException {
    Set<StatementGroup> groups = new HashSet<>();
    try (PreparedStatement query =
        connection.prepareStatement(
            ("SELECT %1$s FROM statement_group g WHERE named_fund <> '' AND named_fund = ANY (?)"
                    + " UNION SELECT %1$s FROM statement_group g"
                    + " WHERE named_org <> '' AND named_org = ANY (?)")
                .formatted(COLUMNS))) {
      query.setArray(1, connection.createArrayOf("text", ids.toArray()));
      query.setArray(2, connection.createArrayOf("text", ids.toArray()));
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          groups.add(read(row).group());
        }
      }
    }
    return groups;
  }

  /** Writes states; null where a group has none. */
  void setStates(Map<StatementGroup, @Nullable MatchState> states) throws SQLException {
    List<StatementGroup> groups = List.copyOf(states.keySet());
    try (PreparedStatement update =
        connection.prepareStatement(
            "UPDATE statement_group g SET state = k.state FROM (SELECT k.*,"
                + " (?::text[])[k.number] AS state FROM "
                + KEYS
                + ") AS k WHERE "
                + SAME)) {
      array(update, 1, "text", groups, group -> word(states.get(group)));
      setKeys(update, 2, groups);
      update.executeUpdate();
    }
  }

  private static @Nullable String word(@Nullable MatchState state) {
    return state == null ? null : state.word();
  }

  private static Stored read(ResultSet row) throws SQLException {
    String state = row.getString("state");
    return new Stored(
        new StatementGroup(
            row.getBoolean("gives"),
            row.getString("fund"),
            row.getString("owner"),
            row.getString("unit"),
            absent(row.getString("named_fund")),
            absent(row.getString("named_org"))),
        new Leftover(row.getBigDecimal("amount").toBigIntegerExact(), row.getLong("lines")),
        state == null ? null : MatchState.ofWord(state));
  }

  private static @Nullable String absent(String text) {
    return text.isEmpty() ? null : text;
  }

  static void setKeys(PreparedStatement statement, int from, Collection<StatementGroup> groups)
      throws SQLException {
    array(statement, from, "boolean", groups, StatementGroup::gives);
    array(statement, from + 1, "text", groups, StatementGroup::fund);
    array(statement, from + 2, "text", groups, StatementGroup::owner);
    array(statement, from + 3, "text", groups, StatementGroup::unit);
    array(statement, from + 4, "text", groups, group -> present(group.namedFund()));
    array(statement, from + 5, "text", groups, group -> present(group.namedOrg()));
  }

  private static String present(@Nullable String text) {
    return text == null ? "" : text;
  }

  private static void array(
      PreparedStatement statement,
      int parameter,
      String type,
      Collection<StatementGroup> groups,
      Function<StatementGroup, @Nullable Object> value)
      throws SQLException {
    StatementStore.array(statement, parameter, type, groups.stream().map(value).toList());
  }
}
