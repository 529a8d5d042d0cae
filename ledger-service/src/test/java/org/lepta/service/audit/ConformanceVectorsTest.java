package org.lepta.service.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.lepta.ledger.entry.Kind;
import org.lepta.service.transparency.tiles.EntryBundle;
import org.lepta.service.transparency.tiles.TilePath;

/** The log for the authors of other auditors is one that this auditor accepts, with its figures. */
final class ConformanceVectorsTest {

  private static final Path LOG = ConformanceVectors.folder();

  @Test
  void theLogHoldsAndGivesTheFiguresBesideIt() throws Exception {
    assertThat(TestLogs.audit(LOG).outcome()).isEqualTo(Report.Outcome.EQUAL);
    assertThat(LOG.resolve("policy")).hasBinaryContent(ConformanceVectors.policy());
    assertThat(LOG.resolve("expected.json"))
        .hasBinaryContent(ConformanceVectors.expected(LOG, ConformanceLedger.SIZE));
  }

  /** The log is older than attestations and stays as other auditors know it. */
  @Test
  void itHasEveryKindThatTheRulesTakeInBothVersions() {
    List<org.lepta.ledger.entry.Leaf> leaves = ConformanceLedger.make().leaves;
    Set<Kind> taken = EnumSet.allOf(Kind.class);
    taken.removeAll(
        EnumSet.of(
            Kind.EXCHANGE,
            Kind.PERIOD_CLOSE,
            Kind.HOLD,
            Kind.STATEMENT,
            Kind.PLEDGE,
            Kind.ATTESTATION,
            Kind.APPLICATION,
            Kind.CHALLENGE));

    assertThat(leaves).hasSize(ConformanceLedger.SIZE);
    assertThat(leaves.stream().map(leaf -> leaf.entry().kind()).collect(Collectors.toSet()))
        .isEqualTo(taken);
    assertThat(leaves.stream().map(leaf -> leaf.version()).distinct()).containsExactly(1, 2);
  }

  @Test
  void itsEntriesAreThoseOfTheSeedButForThePeoplesKeys() throws Exception {
    FolderLog log = FolderLog.in(LOG);
    TilePath last = TilePath.in(ConformanceLedger.SIZE, TilePath.ENTRIES, 7).orElseThrow();

    List<byte[]> published = EntryBundle.parse(last, log.read(last));

    List<byte[]> made = ConformanceLedger.make().bytes();
    assertThat(published.getLast()).isEqualTo(made.getLast());
  }
}
