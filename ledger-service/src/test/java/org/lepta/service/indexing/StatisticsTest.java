package org.lepta.service.indexing;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.lepta.service.testing.TestDatabase;

/** The planner learns of a table's rows when the log has doubled, and not with every group. */
final class StatisticsTest {

  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.empty();

  private final Statistics statistics = new Statistics(DATABASE.dataSource());

  @BeforeEach
  void makeTable() throws SQLException {
    execute("DROP TABLE IF EXISTS entry_0; CREATE TABLE entry_0 (leaf bigint)");
  }

  private static void execute(String sql) throws SQLException {
    try (Connection connection = DATABASE.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static void addUpTo(long size) throws SQLException {
    execute(
        "INSERT INTO entry_0 SELECT g FROM generate_series((SELECT count(*) FROM entry_0) + 1, "
            + size
            + ") AS g");
  }

  private static long known() throws SQLException {
    try (Connection connection = DATABASE.dataSource().getConnection();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT reltuples::bigint FROM pg_class WHERE relname = 'entry_0'")) {
      row.next();
      return row.getLong(1);
    }
  }

  @Test
  void theyAreTakenFirstAtTenThousandAndThenAtEachDoubling() throws SQLException {
    execute("ALTER TABLE entry_0 SET (autovacuum_enabled = off)");
    addUpTo(9_999);
    statistics.grownTo(9_999);
    assertThat(known()).isEqualTo(-1);

    addUpTo(10_000);
    statistics.grownTo(10_000);
    assertThat(known()).isEqualTo(10_000);

    addUpTo(19_999);
    statistics.grownTo(19_999);
    assertThat(known()).isEqualTo(10_000);

    addUpTo(20_001);
    statistics.grownTo(20_001);
    assertThat(known()).isEqualTo(20_001);
  }

  @Test
  void afterARestartWhatIsKnownIsNotTakenAgain() throws SQLException {
    execute("ALTER TABLE entry_0 SET (autovacuum_enabled = off)");
    addUpTo(15_000);
    statistics.grownTo(15_000);
    addUpTo(29_000);

    new Statistics(DATABASE.dataSource()).grownTo(29_000);

    assertThat(known()).isEqualTo(15_000);
  }
}
