package org.lepta.service.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TestDatabaseTest {

  private static final AtomicInteger PREPARED = new AtomicInteger();

  @RegisterExtension
  static final TestDatabase EMPTY = TestDatabase.empty();

  @RegisterExtension
  static final TestDatabase FIRST =
      TestDatabase.preparedBy("test_database_test", TestDatabaseTest::prepare);

  @RegisterExtension
  static final TestDatabase SECOND =
      TestDatabase.preparedBy("test_database_test", TestDatabaseTest::prepare);

  @Test
  void copiesOfOnePreparationKnowNothingOfEachOther() throws SQLException {
    execute(FIRST.dataSource(), "INSERT INTO gift VALUES ('first')");

    assertThat(count(FIRST.dataSource(), "gift")).isEqualTo(2);
    assertThat(count(SECOND.dataSource(), "gift")).isEqualTo(1);
    assertThat(PREPARED).hasValue(1);
  }

  @Test
  void anEmptyDatabaseHasNoTables() throws SQLException {
    assertThat(count(EMPTY.dataSource(), "pg_tables WHERE schemaname = 'public'")).isZero();
  }

  @Nested
  class NestedClass {

    @Test
    void sharesTheDatabaseOfItsClass() throws SQLException {
      assertThat(EMPTY.settings().url()).doesNotContain("template");
      assertThat(count(SECOND.dataSource(), "gift")).isEqualTo(1);
    }
  }

  private static void prepare(DataSource dataSource) throws SQLException {
    PREPARED.incrementAndGet();
    execute(dataSource, "CREATE TABLE gift AS SELECT 'prepared'::text AS id");
  }

  private static void execute(DataSource dataSource, String sql) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static int count(DataSource dataSource, String from) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT count(*) FROM " + from)) {
      row.next();
      return row.getInt(1);
    }
  }
}
