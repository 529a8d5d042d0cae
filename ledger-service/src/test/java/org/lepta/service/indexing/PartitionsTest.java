package org.lepta.service.indexing;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.lepta.service.testing.TestDatabase;

/** Entries that stand in the smaller partitions of an earlier version come into larger ones. */
final class PartitionsTest {

  private static final String SMALLER_PARTITIONS = "18";

  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.empty();

  @BeforeEach
  void makeEarlierSchema() throws SQLException {
    DATABASE.clear();
    Flyway.configure()
        .dataSource(DATABASE.dataSource())
        .target(SMALLER_PARTITIONS)
        .load()
        .migrate();
  }

  @Test
  void fourSmallPartitionsBecomeOneWithAllTheirRowsAndIndexes() throws SQLException {
    for (int n = 0; n < 5; n++) {
      DATABASE.execute(
          "CREATE TABLE entry_%d PARTITION OF entry FOR VALUES FROM (%d) TO (%d)"
              .formatted(n, n * 2_000_000L, (n + 1) * 2_000_000L));
    }
    for (long leaf : new long[] {0, 1_999_999, 2_000_000, 7_999_999, 8_000_000}) {
      DATABASE.execute(
          "INSERT INTO entry (leaf, block, transaction, position, kind, id, stated_by, recorded_by,"
              + " flags, committed, bytes) VALUES (%d, 1, 1, 1, 'note', 'n%1$d', 'o', 'o', 0, now(),"
                  .formatted(leaf)
              + " '')");
    }

    migrate();

    assertThat(
            DATABASE.values(
                "SELECT relname || ' ' || pg_get_expr(relpartbound, oid) || ' ' ||"
                    + " (SELECT count(*) FROM pg_index WHERE indrelid = c.oid)"
                    + " FROM pg_class c WHERE relispartition AND relkind = 'r' ORDER BY relname"))
        .containsExactly(
            "entry_0 FOR VALUES FROM ('0') TO ('8000000') " + indexes(),
            "entry_1 FOR VALUES FROM ('8000000') TO ('16000000') " + indexes());
    assertThat(
            DATABASE.values(
                "SELECT tableoid::regclass || ' ' || leaf || ' ' || id FROM entry ORDER BY 1"))
        .containsExactly(
            "entry_0 0 n0",
            "entry_0 1999999 n1999999",
            "entry_0 2000000 n2000000",
            "entry_0 7999999 n7999999",
            "entry_1 8000000 n8000000");
  }

  @Test
  void anIndexWithoutEntriesHasNoPartitionUntilThereAreSome() throws SQLException {
    migrate();
    assertThat(DATABASE.values("SELECT relname FROM pg_class WHERE relispartition")).isEmpty();
  }

  private static String indexes() throws SQLException {
    return DATABASE
        .values("SELECT count(*) FROM pg_index WHERE indrelid = 'entry'::regclass")
        .getFirst();
  }

  private static void migrate() {
    Flyway.configure().dataSource(DATABASE.dataSource()).load().migrate();
  }
}
