package org.lepta.service.trail;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.lepta.service.indexing.EntryRowsBridge;
import org.lepta.service.indexing.IndexedEntry;
import org.lepta.service.testing.TestDatabase;

/** The stored lines are the lines in memory, whatever groups the entries come in. */
class FundLinesTest {

  private static final int SEQUENCES = Boolean.getBoolean("lepta.long") ? 300 : 25;

  private static final String TABLES =
      "fund_line line_given line_spent line_draw line_void line_relief pool_month pool_change";

  @RegisterExtension
  static final TestDatabase DATABASE = TestDatabase.preparedBy("trail", FundLinesTest::migrate);

  static void migrate(DataSource database) {
    Flyway.configure().dataSource(database).locations("classpath:db/migration").load().migrate();
  }

  @BeforeEach
  void empty() throws SQLException {
    clear(DATABASE.dataSource());
  }

  static void clear(DataSource database) throws SQLException {
    execute(database, "TRUNCATE entry, " + TABLES.replace(" ", ", "));
  }

  static void execute(DataSource database, String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Applies a group as the index does, in one transaction. */
  static void apply(DataSource database, List<IndexedEntry> group) throws SQLException {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      EntryRowsBridge.write(connection, group);
      new FundLines().apply(connection, group);
      connection.commit();
    }
  }

  @Test
  void rowsAreTheSameInWhateverGroupsTheEntriesCome() throws SQLException {
    for (int seed = 0; seed < SEQUENCES; seed++) {
      List<IndexedEntry> entries = RandomLog.of(seed, 150).entries();
      Random random = new Random(seed);
      clear(DATABASE.dataSource());
      apply(DATABASE.dataSource(), entries);
      List<String> atOnce = rows();
      clear(DATABASE.dataSource());
      for (int from = 0; from < entries.size(); ) {
        int to = Math.min(entries.size(), from + 1 + random.nextInt(20));
        apply(DATABASE.dataSource(), entries.subList(from, to));
        from = to;
      }

      assertThat(rows()).as("seed %d", seed).isEqualTo(atOnce);
      assertThat(rowsOf("line_draw")).as("seed %d", seed).isEqualTo(draws(entries));
    }
  }

  private static Set<String> draws(List<IndexedEntry> entries) {
    LineTable table = new LineTable();
    entries.forEach(table::apply);
    Set<String> draws = new HashSet<>();
    for (LineBook book : table.books().values()) {
      for (Draw d : book.changes().newDraws) {
        Origin origin = d.origin();
        draws.add(
            "(%d,%d,%d,%d,%d,%d,%d,%d,%s)"
                .formatted(
                    d.line(),
                    d.given(),
                    d.givenOffset(),
                    d.spent(),
                    d.spentOffset(),
                    d.amount(),
                    d.payment(),
                    d.leaf(),
                    origin == null ? "," : origin.leaf() + "," + origin.offset()));
      }
    }
    return draws;
  }

  @Test
  void aGroupThatFailsLeavesNothingBehindAndIsTakenAgain() throws SQLException {
    List<IndexedEntry> entries = RandomLog.of(7, 200).entries();
    apply(DATABASE.dataSource(), entries.subList(0, 100));
    List<String> before = rows();
    try (Connection connection = DATABASE.dataSource().getConnection()) {
      connection.setAutoCommit(false);
      EntryRowsBridge.write(connection, entries.subList(100, 200));
      new FundLines().apply(connection, entries.subList(100, 200));
      connection.rollback();
    }
    assertThat(rows()).isEqualTo(before);

    apply(DATABASE.dataSource(), entries.subList(100, 200));

    assertThat(rowsOf("line_draw")).isEqualTo(draws(entries));
  }

  @Test
  void morePiecesThanAPageHoldsAreAllFound() throws SQLException {
    TestLog log = new TestLog();
    Flows fund = new Flows("F");
    for (int i = 0; i < 700; i++) {
      log.add("d" + i, fund.donation(2));
      log.add("u" + i, new Flows("G").disbursement(2, "g" + i % 2));
    }
    apply(DATABASE.dataSource(), log.entries());
    int given = log.size();
    log.add("p", fund.disbursement(1_201, "g1"));
    log.add("cover", new Flows("G").donation(1_201));
    apply(DATABASE.dataSource(), log.entries().subList(given, log.size()));
    int paid = log.size();
    log.add("b", fund.back(1_100, "g1"));
    log.add("gb", new Flows("G").back(600, "g0"));
    apply(DATABASE.dataSource(), log.entries().subList(paid, log.size()));

    assertThat(rowsOf("line_draw")).isEqualTo(draws(log.entries()));
    assertThat(
            one(
                "SELECT sum(unspent - uncovered) FROM fund_line WHERE fund = 'F' AND unit ="
                    + " 'RUB'"))
        .isEqualTo("1299");
  }

  private static List<String> rows() throws SQLException {
    List<String> rows = new ArrayList<>();
    for (String table : TABLES.split(" ", -1)) {
      rows.addAll(list("SELECT '%s' || t::text FROM %s t ORDER BY 1".formatted(table, table)));
    }
    return rows;
  }

  private static Set<String> rowsOf(String table) throws SQLException {
    return new HashSet<>(list("SELECT t::text FROM " + table + " t"));
  }

  private static String one(String sql) throws SQLException {
    return list(sql).getFirst();
  }

  private static List<String> list(String sql) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Connection connection = DATABASE.dataSource().getConnection();
        Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery(sql)) {
      while (found.next()) {
        rows.add(found.getString(1));
      }
    }
    return rows;
  }
}
