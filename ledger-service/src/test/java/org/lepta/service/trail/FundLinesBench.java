package org.lepta.service.trail;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.lepta.service.indexing.EntryRowsBridge;
import org.lepta.service.indexing.IndexedEntry;
import org.lepta.service.testing.TestDatabase;

/** Prints what the fund lines cost; run with {@code -Dlepta.bench=true}. */
@Tag("bench")
@EnabledIfSystemProperty(named = "lepta.bench", matches = "true")
class FundLinesBench {

  private static final int FUNDS = 900;
  private static final int GROUP = 5_000;
  private static final int GROUPS = 12;

  @RegisterExtension
  static final TestDatabase DATABASE = TestDatabase.preparedBy("trail", FundLinesTest::migrate);

  @Test
  void printsMillisecondsPerGroup() throws SQLException {
    List<IndexedEntry> entries = mixed().entries();
    for (int group = 0; group < GROUPS; group++) {
      List<IndexedEntry> part = entries.subList(group * GROUP, (group + 1) * GROUP);
      try (Connection connection = DATABASE.dataSource().getConnection()) {
        connection.setAutoCommit(false);
        long start = System.nanoTime();
        EntryRowsBridge.write(connection, part);
        long rows = System.nanoTime();
        new FundLines().apply(connection, part);
        long lines = System.nanoTime();
        connection.commit();
        System.out.printf(
            "group of %,d entries over %d funds: entry rows %d ms, fund lines %d ms%n",
            GROUP, FUNDS, (rows - start) / 1_000_000, (lines - rows) / 1_000_000);
      }
    }
  }

  private static TestLog mixed() {
    Random random = new Random(1);
    TestLog log = new TestLog();
    while (log.size() < GROUP * GROUPS) {
      int n = log.size();
      Flows fund = new Flows("fund" + random.nextInt(FUNDS));
      String grant = "g" + random.nextInt(20);
      switch (random.nextInt(20)) {
        case 0 -> log.add("e" + n, fund.refund(1_000, "e" + random.nextInt(n + 1)));
        case 1 -> log.add("e" + n, fund.back(2_000, grant));
        case 2 ->
            log.add(
                "e" + n,
                Flows.corrected("e" + random.nextInt(n + 1), fund.disbursement(500, grant)));
        case 3, 4, 5, 6, 7, 8 -> log.add("e" + n, fund.disbursement(12_000, grant));
        case 9 -> log.add("e" + n, fund.own(3_000));
        default -> log.add("e" + n, fund.donation(10_000));
      }
    }
    return log;
  }
}
