package org.lepta.service.indexing.read;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.lepta.service.testing.TestDatabase;

/** How reads of the index are bounded. */
final class IndexTest {

  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.empty();

  @Test
  void snapshotsLimitTheirStatementsAndLeaveTheConnectionAsItWas() {
    Index index = new Index(DATABASE.dataSource());

    assertThat(limit(index)).isEqualTo("0");
    assertThat(index.snapshot(() -> limit(index))).isEqualTo("10s");
    assertThat(index.snapshot(() -> index.snapshot(() -> limit(index)))).isEqualTo("10s");
    assertThat(limit(index)).isEqualTo("0");
  }

  private static String limit(Index index) {
    return index.one("SHOW statement_timeout", (row, n) -> row.getString(1)).orElseThrow();
  }
}
