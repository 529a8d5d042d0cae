package org.lepta.service.indexing.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lepta.service.testing.Samples.donation;
import static org.lepta.service.testing.Samples.fund;
import static org.lepta.service.testing.Samples.organisation;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.lepta.ledger.contract.LeptaChaincode;
import org.lepta.ledger.entry.Body;
import org.lepta.ledger.entry.Correction;
import org.lepta.ledger.entry.Donation;
import org.lepta.ledger.entry.Entry;
import org.lepta.ledger.entry.FundMode;
import org.lepta.ledger.entry.Header;
import org.lepta.ledger.entry.Kind;
import org.lepta.service.Projections;
import org.lepta.service.indexing.Fsck;
import org.lepta.service.indexing.Indexer;
import org.lepta.service.indexing.read.Days.Change;
import org.lepta.service.indexing.read.Days.Day;
import org.lepta.service.ledger.embedded.EmbeddedLedger;
import org.lepta.service.ledger.embedded.EmbeddedSettings;
import org.lepta.service.testing.RandomEntries;
import org.lepta.service.testing.Samples;
import org.lepta.service.testing.TestDatabase;
import org.lepta.service.testing.TestLedger;

/** Days are parts of the log, by the transactions' own time. */
final class DaysTest {

  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.empty();

  private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
  private static final LocalDate TUESDAY = MONDAY.plusDays(1);
  private static final LocalDate FRIDAY = MONDAY.plusDays(4);

  @TempDir Path folder;
  private final SetClock clock = new SetClock();
  private TestLedger ledger;
  private Days days;

  @BeforeEach
  void open() throws Exception {
    DATABASE.clear();
    on("2026-11-23T09:00:00Z");
    ledger = TestLedger.open(folder, DATABASE.dataSource(), clock);
    days = new Days(new Index(DATABASE.dataSource()));
    ledger.record(
        organisation(Samples.KEEPER),
        fund("f", Samples.KEEPER, FundMode.MANAGED),
        fund("r", Samples.KEEPER, FundMode.REPORTED));
    ledger.settle();
  }

  @AfterEach
  void close() throws Exception {
    ledger.close();
  }

  private void on(String instant) {
    clock.now = Instant.parse(instant);
  }

  private void record(Entry... entries) throws Exception {
    ledger.record(entries);
    ledger.settle();
  }

  private static Entry stated(String id, LocalDate happened, Body body) {
    return new Entry(Header.of(id, Samples.KEEPER).happened(happened), body);
  }

  @Test
  void aDayEndsAtMidnightInUtcAndTellsTheSizeOfTheLogThen() throws Exception {
    on("2026-11-24T23:59:59.999Z");
    record(donation("d1", "f", "10"), donation("d2", "f", "2.5"), donation("d3", "r", "7"));
    on("2026-11-25T00:00:00Z");
    record(donation("d4", "f", "1"));

    List<Day> newest = days.newest(null, null, 10);

    assertThat(newest)
        .extracting(Day::date)
        .containsExactly(LocalDate.of(2026, 11, 25), TUESDAY, MONDAY);
    assertThat(newest.getLast().first()).isZero();
    assertThat(newest.get(1).first()).isEqualTo(newest.get(2).size());
    assertThat(newest.get(0).first()).isEqualTo(newest.get(1).size());
    assertThat(newest.get(0).size()).isEqualTo(new Index(DATABASE.dataSource()).size());
    assertThat(lines(newest.get(1)))
        .contains("donation managed RUB 12.5 2", "donation reported RUB 7 1");
  }

  @Test
  void anEntryWhoseTimeLiesBackIsOfTheDayBeforeIt() throws Exception {
    on("2026-11-25T08:00:00Z");
    record(donation("d1", "f", "10"));
    on("2026-11-24T08:00:00Z");
    record(donation("d2", "f", "20"));

    assertThat(days.newest(null, null, 10))
        .extracting(Day::date)
        .containsExactly(LocalDate.of(2026, 11, 25), MONDAY);
    assertThat(lines(days.find(LocalDate.of(2026, 11, 25)).orElseThrow()))
        .contains("donation managed RUB 30 2");
  }

  @Test
  void aCorrectionNamesTheFigureAndTheDayThatItChanges() throws Exception {
    record(stated("d1", MONDAY.minusDays(2), gift("100")));
    on("2026-11-27T12:00:00Z");
    record(stated("c1", FRIDAY, new Correction("d1", "wrong-amount", gift("30"))));

    Day friday = days.find(FRIDAY).orElseThrow();
    List<Change> changes = days.changes(friday, null, 10);

    assertThat(friday.entries(Kind.CORRECTION)).isOne();
    assertThat(lines(friday)).contains("correction managed RUB -30 1");
    assertThat(changes).hasSize(1);
    Change change = changes.getFirst();
    assertThat(change.entry().id()).isEqualTo("c1");
    assertThat(change.isLate()).isFalse();
    assertThat(change.parts().toString()).contains("DONATED", "-30");
    long gift = days.find(MONDAY).orElseThrow().size() - 1;
    assertThat(change.target()).isEqualTo(new Days.Target(gift, MONDAY.minusDays(2), MONDAY));
  }

  @Test
  void aLateEntryIsNamedWithTheDayThatItSpeaksOf() throws Exception {
    on("2026-11-27T12:00:00Z");
    record(
        stated("d1", FRIDAY, gift("1")),
        stated("d2", MONDAY.minusDays(30), gift("2")),
        stated("d3", MONDAY.minusDays(31), gift("3")));

    Day friday = days.find(FRIDAY).orElseThrow();

    assertThat(friday.late()).isEqualTo(2);
    assertThat(days.changes(friday, null, 10))
        .allMatch(Change::isLate)
        .extracting(change -> change.entry().id())
        .containsExactly("d2", "d3");
    long second = days.changes(friday, null, 1).getFirst().entry().index() + 1;
    assertThat(days.changes(friday, second, 10))
        .extracting(change -> change.entry().id())
        .containsExactly("d3");
  }

  @Test
  void daysAreFoundByTheirDateAndByTheirNeighbours() throws Exception {
    on("2026-11-27T12:00:00Z");
    record(donation("d1", "f", "10"));

    assertThat(days.find(TUESDAY)).isEmpty();
    assertThat(days.newest(TUESDAY, null, 10)).extracting(Day::date).containsExactly(FRIDAY);
    assertThat(days.newest(null, FRIDAY, 10)).extracting(Day::date).containsExactly(MONDAY);
    assertThat(days.around(FRIDAY)).isEqualTo(new Days.Neighbours(MONDAY, null));
    assertThat(days.around(MONDAY)).isEqualTo(new Days.Neighbours(null, FRIDAY));
  }

  @Test
  void howeverTheBlocksAreGroupedTheDaysAreTheSame() throws Exception {
    ledger.record(RandomEntries.registered().toArray(Entry[]::new));
    RandomEntries random = new RandomEntries(5);
    for (int day = 24; day < 29; day++) {
      on("2026-11-" + day + "T10:00:00Z");
      record(random.next(40));
      on("2026-11-" + (day - 1) + "T10:00:00Z");
      record(random.next(20));
    }

    assertThat(days.newest(null, null, 100)).hasSize(6);
    // What still seals in the background would go on while the check runs.
    ledger.close();
    try (EmbeddedLedger still =
        EmbeddedLedger.open(EmbeddedSettings.of(folder, new LeptaChaincode()))) {
      new Indexer(still, DATABASE.dataSource(), Projections.standard()).catchUp();
      Fsck fsck = new Fsck(still, DATABASE.dataSource(), Projections.standard());
      assertThat(fsck.run(rebuilt -> {}).differences()).isEmpty();
    }
    ledger = TestLedger.open(folder, DATABASE.dataSource(), clock);
  }

  private static Donation gift(String amount) {
    return (Donation) donation("any", "f", amount).body();
  }

  private static List<String> lines(Day day) {
    List<String> lines = new ArrayList<>();
    for (Days.DaySum sum : day.sums()) {
      Days.Moved moved = sum.moved();
      if (moved != null) {
        lines.add(
            "%s %s %s %s %d"
                .formatted(
                    sum.kind().label(),
                    moved.managed() ? "managed" : "reported",
                    moved.unit(),
                    moved.amount().stripTrailingZeros().toPlainString(),
                    sum.entries()));
      }
    }
    return lines;
  }

  /** Stands until it is set. */
  private static final class SetClock extends Clock {
    private volatile Instant now = Instant.EPOCH;

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new UnsupportedOperationException();
    }
  }
}
