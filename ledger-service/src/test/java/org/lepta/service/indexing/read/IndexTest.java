package org.lepta.service.indexing.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.lepta.service.testing.TestDatabase;

/** How reads of the index are bounded. */
final class IndexTest {

  @RegisterExtension
  static final TestDatabase DATABASE = TestDatabase.preparedBy("index", IndexTest::migrate);

  static void migrate(DataSource database) {
    Flyway.configure().dataSource(database).locations("classpath:db/migration").load().migrate();
  }

  @Test
  void snapshotsLimitTheirStatementsAndLeaveTheConnectionAsItWas() {
    Index index = new Index(DATABASE.dataSource());

    assertThat(limit(index)).isEqualTo("0");
    assertThat(index.snapshot(() -> limit(index))).isEqualTo("10s");
    assertThat(index.snapshot(() -> index.snapshot(() -> limit(index)))).isEqualTo("10s");
    assertThat(limit(index)).isEqualTo("0");
  }

  @Test
  void theSizeStaysTheSameWithinASnapshotAndIsReadAnewBehindIt() throws Exception {
    Index index = new Index(DATABASE.dataSource());
    size(5);

    List<Long> within =
        index.snapshot(() -> {
          long first = index.size();
          size(7);
          return List.of(first, index.snapshot(index::size), index.size());
        });

    assertThat(within).containsExactly(5L, 5L, 5L);
    assertThat(index.size()).isEqualTo(7);
    assertThat(index.snapshot(index::size)).isEqualTo(7);
  }

  /** Writes the size as the indexing thread does, on a connection of its own. */
  private static void size(long size) {
    try (Connection connection = DATABASE.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("DELETE FROM log_state");
      statement.execute(
          "INSERT INTO log_state (height, size, frontier, voided) VALUES (1, " + size + ", '', 0)");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String limit(Index index) {
    return index.one("SHOW statement_timeout", (row, n) -> row.getString(1)).orElseThrow();
  }
}
