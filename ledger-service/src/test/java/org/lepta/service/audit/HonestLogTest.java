package org.lepta.service.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lepta.ledger.entry.Entry;
import org.lepta.ledger.entry.FundMode;
import org.lepta.ledger.entry.Header;
import org.lepta.ledger.entry.Member;
import org.lepta.ledger.rule.Placement;
import org.lepta.service.sample.Chapter;
import org.lepta.service.sample.Sample;
import org.lepta.service.submission.Draft;
import org.lepta.service.testing.Samples;
import org.lepta.service.transparency.proof.Checkpoint;
import org.lepta.service.transparency.proof.KnownLogs;
import org.lepta.service.transparency.proof.NoteSigner;
import org.lepta.service.transparency.proof.Policy;
import org.lepta.service.transparency.proof.SignedNote;

/** What kept its rules passes, and is told as it is. */
final class HonestLogTest {

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void randomSequencesPassInBothVersions(long seed) throws Exception {
    for (int version = 1; version <= 2; version++) {
      AuditLedger ledger = RandomLedger.of(seed, 700, version);
      Path log = TestLogs.publish(folder.resolve("v" + version), ledger.bytes());

      Report.OfLog report = TestLogs.audit(log).logs().getFirst();

      assertThat(report.differences()).isEmpty();
      assertThat(report.missing()).isZero();
      assertThat(report.replayed()).isPositive();
      assertThat(report.firstVersion() > 0).isEqualTo(version == 1);
      assertThat(report.firstVersion()).isLessThan(ledger.leaves.size());
    }
  }

  @Test
  void theSamplePasses() throws Exception {
    AuditLedger ledger = AuditLedger.started(Samples.genesis("KeeperMSP"));
    Sample sample = Sample.standard();
    run(ledger, Samples.KEEPER, sample.organisations().drafts());
    for (String member : sample.members()) {
      ledger.mustDecide(
          Samples.KEEPER, new Entry(Header.of(member, Samples.KEEPER), new Member(member + "MSP")));
    }
    for (Chapter chapter : sample.chapters()) {
      int owner = sample.chapters().indexOf(chapter) % sample.members().size();
      run(ledger, sample.members().get(owner), chapter.drafts());
    }
    assertThat(ledger.leaves).hasSizeGreaterThan(12_000);

    Report report = TestLogs.audit(TestLogs.publish(folder, ledger.bytes()));

    assertThat(report.outcome()).isEqualTo(Report.Outcome.EQUAL);
    assertThat(report.logs().getFirst().differences()).isEmpty();
  }

  private static void run(AuditLedger ledger, String organisation, List<Draft> drafts) {
    ledger.today = java.time.LocalDate.of(2026, 1, 15);
    int from = 0;
    while (from < drafts.size()) {
      boolean lane = isLane(drafts.get(from).entry());
      int to = from;
      while (to < drafts.size() && to < from + 500 && isLane(drafts.get(to).entry()) == lane) {
        to++;
      }
      Entry[] entries = drafts.subList(from, to).stream().map(Draft::entry).toArray(Entry[]::new);
      if (lane) {
        ledger.mustDecide(organisation, entries);
      } else {
        ledger.mustRecord(organisation, entries);
      }
      from = to;
    }
  }

  private static boolean isLane(Entry entry) {
    return Placement.of(entry.body(), FundMode.MANAGED) == Placement.LANE;
  }

  @Test
  void aLogAndALaterCopyOfItAreTheSame() throws Exception {
    AuditLedger ledger = RandomLedger.of(7, 300, 2);
    Path whole = TestLogs.publish(folder.resolve("whole"), ledger.bytes());
    Path part = TestLogs.publish(folder.resolve("part"), ledger.bytes().subList(0, 200));

    // The older copy ends where a block ended, or inside one: entries are compared, not blocks.
    Report report = TestLogs.audit(whole, part);

    assertThat(report.differences()).isEmpty();
    assertThat(report.outcome()).isEqualTo(Report.Outcome.EQUAL);
  }

  @Test
  void whatNobodyBelievedIsNotCheckedAndWhatDoesNotVerifyIsDifferent() throws Exception {
    Path log = TestLogs.publish(folder.resolve("log"), RandomLedger.of(7, 50, 2).bytes());
    Trust nobody = new Trust(Policy.none(), new KnownLogs(folder.resolve("none")));
    Audit audit = new Audit(nobody, null, (done, size) -> {});

    assertThat(audit.run(List.of(log.toString())).outcome()).isEqualTo(Report.Outcome.CANNOT_CHECK);
    assertThat(audit.run(List.of(folder.resolve("no-log").toString())).outcome())
        .isEqualTo(Report.Outcome.CANNOT_CHECK);
    assertThat(audit.run(List.of("http://127.0.0.1:1/")).outcome())
        .isEqualTo(Report.Outcome.CANNOT_CHECK);

    byte[] seed = new byte[32];
    seed[0] = 1;
    NoteSigner thief = NoteSigner.ofLog(TestLogs.SIGNER.verifierKey().name(), seed);
    Checkpoint checkpoint =
        Checkpoint.parse(SignedNote.parse(Files.readAllBytes(log.resolve("checkpoint"))).text());
    Files.write(
        log.resolve("checkpoint"),
        new SignedNote(checkpoint.text(), List.of(thief.sign(checkpoint.text()))).bytes());
    assertThat(TestLogs.audit(log).logs().getFirst().differences())
        .extracting(Difference::check)
        .containsExactly(Check.CHECKPOINT_REFUSED);
  }
}
