package org.lepta.service.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.lepta.ledger.entry.ApprovalBand;
import org.lepta.ledger.entry.Entry;
import org.lepta.ledger.entry.Fund;
import org.lepta.ledger.entry.FundMode;
import org.lepta.ledger.entry.Hash;
import org.lepta.ledger.entry.Header;
import org.lepta.ledger.entry.Release;
import org.lepta.ledger.money.Amount;
import org.lepta.service.kernel.RefusalException;
import org.lepta.service.ledger.recording.RecordResult;
import org.lepta.service.testing.RunningService;
import org.lepta.service.testing.Samples;
import org.lepta.service.testing.TestDatabase;

/** Entries with their plain texts. */
final class SubmissionsTest {

  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.empty();

  @TempDir static Path data;
  private static RunningService service;

  @BeforeAll
  static void start() throws Exception {
    service = RunningService.start(data, DATABASE.settings());
    service.record(fund("approved", 1), fund("free", 0));
    service.record(
        Samples.donation("d1", "approved", "100"), Samples.donation("d2", "free", "100"));
    service.record(
        Samples.grant("g1", "approved", "50"),
        Samples.grant("g2", "free", "50"),
        Samples.organisation("XI-X"));
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @Test
  void releaseThatNeedsApprovalsTakesNoPlainText() throws Exception {
    Draft release = new Draft(release("r1", "approved", "g1"), List.of(text()));
    Draft donation = Draft.of(Samples.donation("beside", "free", "1"));

    assertThatThrownBy(() -> service.bean(Submissions.class).submit(List.of(donation, release)))
        .isInstanceOfSatisfying(
            RefusalException.class,
            e -> assertThat(e.refusal().code()).isEqualTo("TEXT_NOT_HASHED"));
    assertThat(service.get("/api/v1/donations/beside").statusCode()).isEqualTo(404);
  }

  @Test
  void withoutPlainTextTheLedgerDecides() throws Exception {
    Draft release = Draft.of(release("r2", "approved", "g1"));

    assertThat(service.bean(Submissions.class).submit(List.of(release)))
        .singleElement()
        .isInstanceOfSatisfying(
            RecordResult.Refused.class,
            refused -> assertThat(refused.code()).isEqualTo("APPROVALS_MISSING"));
  }

  @Test
  void releaseThatNeedsNoApprovalKeepsItsText() throws Exception {
    Draft release = new Draft(release("r3", "free", "g2"), List.of(text()));

    assertThat(service.bean(Submissions.class).submit(List.of(release)))
        .singleElement()
        .isInstanceOf(RecordResult.Recorded.class);
  }

  private static PlainText text() {
    return PlainText.of("reason", "Second milestone reached");
  }

  private static Entry release(String id, String fund, String grant) {
    return new Entry(
        Header.of(id, Samples.KEEPER).decided(LocalDate.of(2026, 3, 2)),
        new Release(fund, Samples.RUB, Amount.parse("10"), grant, null, new Hash("a".repeat(64))));
  }

  private static Entry fund(String id, int approvals) {
    return new Entry(
        Header.of(id, Samples.KEEPER),
        new Fund(
            Samples.KEEPER,
            FundMode.MANAGED,
            List.of(Samples.RUB),
            null,
            null,
            null,
            null,
            null,
            List.of(new ApprovalBand(null, null, approvals, List.of())),
            null,
            null,
            null,
            List.of()));
  }
}
