package org.lepta.service.indexing.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lepta.service.testing.Samples.fund;
import static org.lepta.service.testing.Samples.organisation;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.lepta.ledger.entry.Body;
import org.lepta.ledger.entry.Disbursement;
import org.lepta.ledger.entry.Donation;
import org.lepta.ledger.entry.Entry;
import org.lepta.ledger.entry.FundMode;
import org.lepta.ledger.entry.Header;
import org.lepta.ledger.money.Amount;
import org.lepta.service.indexing.flow.FlowFold.Pot;
import org.lepta.service.indexing.flow.GiftWait;
import org.lepta.service.indexing.flow.Scope;
import org.lepta.service.indexing.flow.WaitBand;
import org.lepta.service.testing.Samples;
import org.lepta.service.testing.TestDatabase;
import org.lepta.service.testing.TestLedger;

/** How long a gift of one day waited for payments of 10 on days around the bounds of the bands. */
final class GiftWaitsTest {

  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.empty();

  private static final LocalDate GIVEN = LocalDate.parse("2025-01-01");
  private static final List<Integer> DAYS = List.of(-1, 0, 30, 31, 91, 92, 182, 183, 365, 366);
  private static final Scope FUND = Scope.fund("f");

  @TempDir static Path folder;
  private static TestLedger ledger;
  private static Index index;
  private static Flows flows;

  @BeforeAll
  static void record() throws Exception {
    ledger = TestLedger.open(folder, DATABASE.dataSource());
    index = new Index(DATABASE.dataSource());
    flows = new Flows(index, new Replay(index, TestReads.entries(index, folder.resolve("texts"))));
    List<Entry> entries =
        new ArrayList<>(
            List.of(
                organisation(Samples.KEEPER),
                fund("f", Samples.KEEPER, FundMode.REPORTED),
                dated(
                    "gift",
                    GIVEN,
                    new Donation("f", Samples.RUB, Amount.parse("110"), null, null, null, null)),
                paid("undated", null)));
    DAYS.forEach(days -> entries.add(paid("after " + days, GIVEN.plusDays(days))));
    ledger.record(entries.toArray(Entry[]::new));
    ledger.settle();
  }

  @AfterAll
  static void close() throws Exception {
    ledger.close();
  }

  private static Entry paid(String id, @Nullable LocalDate day) {
    return dated(
        id,
        day,
        new Disbursement("f", Samples.RUB, Amount.parse("10"), null, null, null, null, null, null));
  }

  private static Entry dated(String id, @Nullable LocalDate day, Body body) {
    Header header = Header.of(id, Samples.KEEPER);
    return new Entry(day == null ? header : header.happened(day), body);
  }

  private static GiftWait wait(String amount, String unitDays) {
    return new GiftWait(new BigDecimal(amount), new BigDecimal(unitDays));
  }

  @Test
  void everyPaymentStandsInTheBandOfItsDaysInEveryScope() {
    for (Scope scope : List.of(FUND, Scope.owner(Samples.KEEPER), Scope.LEDGER)) {
      assertThat(flows.of(scope, null).waits(new Pot(scope, false, "RUB")))
          .containsExactly(
              Map.entry(WaitBand.UNDATED, wait("10.0000", "0.0000")),
              Map.entry(WaitBand.BEFORE, wait("10.0000", "-10.0000")),
              Map.entry(WaitBand.MONTH, wait("20.0000", "300.0000")),
              Map.entry(WaitBand.QUARTER, wait("20.0000", "1220.0000")),
              Map.entry(WaitBand.HALF, wait("20.0000", "2740.0000")),
              Map.entry(WaitBand.YEAR, wait("20.0000", "5480.0000")),
              Map.entry(WaitBand.LONGER, wait("10.0000", "3660.0000")));
    }
  }

  @Test
  void asKnownThenOnlyThePaymentsUpToThereCount() {
    long size = index.size() - DAYS.size() + 2;

    for (Scope scope : List.of(FUND, Scope.owner(Samples.KEEPER), Scope.LEDGER)) {
      assertThat(flows.of(scope, size).waits(new Pot(scope, false, "RUB")))
          .containsExactly(
              Map.entry(WaitBand.UNDATED, wait("10.0000", "0.0000")),
              Map.entry(WaitBand.BEFORE, wait("10.0000", "-10.0000")),
              Map.entry(WaitBand.MONTH, wait("10.0000", "0.0000")));
    }
  }

  @Test
  void theAverageIsWeighedByMoneyAndRounded() {
    assertThat(GiftWait.sum(List.of(wait("10", "0"), wait("20", "300"))).averageDays())
        .isEqualTo(10);
    assertThat(wait("3", "10").averageDays()).isEqualTo(3);
    assertThat(GiftWait.sum(List.of()).averageDays()).isZero();
  }
}
