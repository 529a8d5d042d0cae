package org.lepta.service.indexing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lepta.service.testing.Samples.KEEPER;
import static org.lepta.service.testing.Samples.donation;
import static org.lepta.service.testing.Samples.fund;
import static org.lepta.service.testing.Samples.grant;
import static org.lepta.service.testing.Samples.organisation;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.lepta.ledger.codec.LeafCodec;
import org.lepta.ledger.contract.LeptaChaincode;
import org.lepta.ledger.entry.Entry;
import org.lepta.ledger.entry.Epoch;
import org.lepta.ledger.entry.Flag;
import org.lepta.ledger.entry.FundMode;
import org.lepta.ledger.entry.Hash;
import org.lepta.ledger.entry.Header;
import org.lepta.ledger.entry.Leaf;
import org.lepta.ledger.entry.Through;
import org.lepta.service.Projections;
import org.lepta.service.ledger.embedded.EmbeddedLedger;
import org.lepta.service.ledger.embedded.EmbeddedSettings;
import org.lepta.service.ledger.recording.RecordResult;
import org.lepta.service.testing.TestDatabase;
import org.lepta.service.testing.TestLedger;

/** One ledger that began in the first version of leaves and goes on in the second. */
final class VersionsTest {

  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.empty();

  private static final Hash ROOT = new Hash("0".repeat(64));

  @TempDir Path folder;

  @BeforeEach
  void emptyDatabase() throws SQLException {
    execute("DROP SCHEMA public CASCADE; CREATE SCHEMA public");
  }

  private static Entry second() {
    Epoch epoch = new Epoch(2, 2, null, "old.example/log", 9L, ROOT);
    return new Entry(Header.of("rules-2", KEEPER), epoch);
  }

  private static Entry moved(Entry entry, long leaf) {
    return new Entry(entry.header().movedFrom(leaf), entry.body());
  }

  private void fillBothVersions() throws Exception {
    try (TestLedger ledger = TestLedger.open(folder, DATABASE.dataSource(), 1)) {
      ledger.record(
          organisation(KEEPER),
          fund("f", KEEPER, FundMode.MANAGED),
          donation("d1", "f", "100"),
          grant("g1", "f", "60"));
      ledger.record(second());
      ledger.record(donation("d2", "f", "7"));
      ledger.record(moved(donation("d3", "f", "1"), 8));
      ledger.record(grant("g2", "f", "20"));
      ledger.settle();
    }
  }

  @Test
  void theLeavesOfABlockAreOfTheVersionInForce() throws Exception {
    fillBothVersions();

    List<Leaf> leaves = leaves();

    long switched =
        leaves.stream()
            .filter(leaf -> leaf.entry().body() instanceof Epoch)
            .mapToLong(leaf -> leaf.at().block())
            .findFirst()
            .orElseThrow();
    LocalDate today = LocalDate.now(java.time.ZoneOffset.UTC);
    assertThat(leaves)
        .hasSize(9)
        .allSatisfy(leaf -> {
          boolean late = leaf.at().block() > switched;
          assertThat(leaf.version()).isEqualTo(late ? 2 : 1);
          if (late) {
            assertThat(leaf.at().on()).isBetween(today.minusDays(1), today);
          } else {
            assertThat(leaf.at().on()).isNull();
          }
          boolean sealed = late && leaf.through() == Through.LANE;
          assertThat(leaf.sealedUpTo() != null).isEqualTo(sealed);
        });
    assertThat(Objects.requireNonNull(leaf(leaves, "g2").sealedUpTo()))
        .isGreaterThanOrEqualTo(leaf(leaves, "d3").orgSeq());
  }

  @Test
  void whatWasMovedIsNeverLate() throws Exception {
    fillBothVersions();

    assertThat(leaf(leaves(), "d2").flags()).containsExactly(Flag.LATE);
    assertThat(leaf(leaves(), "d3").flags()).isEmpty();
    assertThat(leaf(leaves(), "d3").entry().header().moved()).isEqualTo(8);
  }

  @Test
  void aServiceThatReadsItAnewOrGoesOnMakesTheSameLeaves() throws Exception {
    fillBothVersions();
    List<Leaf> before = leaves();
    List<Projection> projections = Projections.standard();

    try (EmbeddedLedger still =
        EmbeddedLedger.open(EmbeddedSettings.of(folder, new LeptaChaincode()))) {
      Fsck fsck = new Fsck(still, DATABASE.dataSource(), projections);
      assertThat(fsck.run(rebuilt -> {}).differences()).isEmpty();
    }
    try (TestLedger ledger = TestLedger.open(folder, DATABASE.dataSource(), 1)) {
      ledger.record(donation("d4", "f", "2"));
      ledger.settle();
    }
    assertThat(leaf(leaves(), "d4").version()).isEqualTo(2);
    emptyDatabase();
    try (TestLedger ledger = TestLedger.open(folder, DATABASE.dataSource(), 1)) {
      ledger.settle();
    }
    assertThat(leaves()).startsWith(before.toArray(Leaf[]::new)).hasSize(before.size() + 1);
  }

  @Test
  void aLedgerOfTheFirstVersionStaysInItUntilAnEpoch() throws Exception {
    try (TestLedger ledger = TestLedger.open(folder, DATABASE.dataSource(), 1)) {
      ledger.record(fund("f", KEEPER, FundMode.MANAGED), donation("d1", "f", "100"));

      assertThat(ledger.record(moved(donation("d3", "f", "1"), 8)).getFirst())
          .isInstanceOf(RecordResult.Refused.class);
      ledger.settle();
    }
    assertThat(leaves()).extracting(Leaf::version).containsOnly(1);
  }

  @Test
  void aNewLedgerBeginsInTheSecondVersion() throws Exception {
    try (TestLedger ledger = TestLedger.open(folder, DATABASE.dataSource())) {
      ledger.record(fund("f", KEEPER, FundMode.MANAGED));
      ledger.settle();
    }
    assertThat(leaves()).extracting(Leaf::version).containsOnly(2);
    assertThat(leaves().getFirst().at().on()).isNotNull();
  }

  private static Leaf leaf(List<Leaf> leaves, String id) {
    return leaves.stream().filter(leaf -> leaf.entry().id().equals(id)).findFirst().orElseThrow();
  }

  private static List<Leaf> leaves() throws SQLException {
    List<Leaf> leaves = new ArrayList<>();
    try (Connection connection = DATABASE.dataSource().getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT bytes FROM entry ORDER BY leaf")) {
      while (rows.next()) {
        leaves.add(LeafCodec.decode(rows.getBytes(1)));
      }
    }
    return leaves;
  }

  private static void execute(String sql) throws SQLException {
    try (Connection connection = DATABASE.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
