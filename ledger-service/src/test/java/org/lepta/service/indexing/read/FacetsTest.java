package org.lepta.service.indexing.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.lepta.ledger.entry.Entry;
import org.lepta.ledger.entry.Kind;
import org.lepta.ledger.money.Amount;
import org.lepta.service.indexing.read.Facets.Counts;
import org.lepta.service.testing.RandomEntries;
import org.lepta.service.testing.Samples;
import org.lepta.service.testing.TestDatabase;
import org.lepta.service.testing.TestLedger;

/** Counts of facets are those of the lists that they lead to. */
final class FacetsTest {

  private static final List<Kind> KINDS =
      List.of(Kind.DONATION, Kind.GRANT, Kind.DISBURSEMENT, Kind.CORRECTION);

  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.empty();

  @TempDir static Path folder;
  private static TestLedger ledger;
  private static Entries entries;
  private static Facets facets;
  private static NameFacets names;
  private static long size;

  @BeforeAll
  static void record() throws Exception {
    ledger = TestLedger.open(folder, DATABASE.dataSource());
    Index index = new Index(DATABASE.dataSource());
    entries = TestReads.entries(index, folder.resolve("texts"));
    facets = new Facets(index, entries);
    names = new NameFacets(index, entries);
    ledger.record(RandomEntries.registered().toArray(Entry[]::new));
    RandomEntries chance = new RandomEntries(23);
    for (int round = 0; round < 10; round++) {
      ledger.record(chance.next(100));
    }
    ledger.settle();
    size = index.size();
  }

  @AfterAll
  static void close() throws Exception {
    ledger.close();
  }

  @Test
  void everyCountIsTheLengthOfTheListItLeadsTo() {
    Random random = new Random(5);
    int choices = 0;
    for (int i = 0; i < 80; i++) {
      EntryQuery query = query(random);
      Optional<Counts> counted = facets.of(query);
      assertThat(counted).as("%s", query).isPresent();
      choices += requireExact(query, counted.get());
    }
    assertThat(choices).isGreaterThan(200);
  }

  private static int requireExact(EntryQuery query, Counts counts) {
    counts.units().forEach((unit, count) -> requireLength(ofUnit(query, unit), count));
    counts.years().forEach((year, count) -> requireLength(ofYear(query, year), count));
    counts.kinds().forEach((kind, count) -> requireLength(query.kinds(Set.of(kind)), count));
    return counts.units().size() + counts.years().size() + counts.kinds().size();
  }

  private static void requireLength(EntryQuery query, long count) {
    assertThat(length(query)).as("%s", query).isEqualTo(count);
  }

  private static long length(EntryQuery query) {
    List<Long> all = new ArrayList<>();
    entries.forEach(query, entry -> all.add(entry.index()));
    return all.size();
  }

  @Test
  void everyNameHasAsManyEntriesAsTheListItLeadsTo() {
    Random random = new Random(7);
    int choices = 0;
    for (int i = 0; i < 120; i++) {
      EntryQuery query = query(random);
      NameFacets.Counts named = named(query);
      named.funds().counts().forEach((id, count) -> requireLength(query.fund(id), count));
      named
          .organisations()
          .counts()
          .forEach((id, count) -> requireLength(query.organisation(id), count));
      named.recipients().counts().forEach((id, count) -> requireLength(query.recipient(id), count));
      choices +=
          named.funds().counts().size()
              + named.organisations().counts().size()
              + named.recipients().counts().size();
    }
    assertThat(choices).isGreaterThan(200);
  }

  @Test
  void theFundsWithTheMostGiftsComeFirstAndAllOfThemAreTold() {
    NameFacets.Largest funds = named(EntryQuery.of(Kind.DONATION)).funds();

    assertThat(funds.isAll()).isTrue();
    assertThat(List.copyOf(funds.counts().values())).isSortedAccordingTo(Comparator.reverseOrder());
    assertThat(funds.counts().values().stream().mapToLong(Long::longValue).sum())
        .isEqualTo(length(EntryQuery.of(Kind.DONATION)));
  }

  @Test
  void anotherFundCanBeChosenInsteadOfTheOneThatIs() {
    EntryQuery gifts = EntryQuery.of(Kind.DONATION);

    assertThat(named(gifts.fund("m1")).funds()).isEqualTo(named(gifts).funds());
  }

  @Test
  void countsOfAllEntriesAreComplete() {
    Counts counts = facets.of(EntryQuery.ALL).orElseThrow();

    assertThat(counts.kinds().values().stream().mapToLong(Long::longValue).sum()).isEqualTo(size);
    List<Long> undated = new ArrayList<>();
    entries.forEach(
        EntryQuery.ALL,
        entry -> {
          if (entry.businessDate() == null) {
            undated.add(entry.index());
          }
        });
    assertThat(counts.years().values().stream().mapToLong(Long::longValue).sum())
        .isEqualTo(size - undated.size());
  }

  @Test
  void theOrderOfAListChangesNoCount() {
    EntryQuery gifts = EntryQuery.of(Kind.DONATION);

    assertThat(facets.of(gifts.ascending(true))).isPresent().isEqualTo(facets.of(gifts));
  }

  @Test
  void countsOfAnEarlierSizeLeaveOutWhatCameLater() {
    Counts then = facets.of(EntryQuery.ALL.at(100L)).orElseThrow();

    assertThat(then.kinds().values().stream().mapToLong(Long::longValue).sum()).isEqualTo(100);
  }

  private static NameFacets.Counts named(EntryQuery query) {
    return names.of(query, facets.of(query));
  }

  private static EntryQuery query(Random random) {
    EntryQuery query = EntryQuery.ALL;
    if (random.nextInt(4) > 0) {
      query = query.kinds(Set.of(KINDS.get(random.nextInt(KINDS.size()))));
    }
    query =
        switch (random.nextInt(7)) {
          case 0 -> query.fund("m1");
          case 1 -> query.fund("r2");
          case 2 -> query.organisation(Samples.KEEPER);
          case 3 -> query.at((long) random.nextInt((int) size));
          case 4 -> query.since(50L);
          case 5 -> query.recipient(RandomEntries.GRANTEE);
          default -> query;
        };
    return switch (random.nextInt(5)) {
      case 0 -> ofUnit(query, "RUB");
      case 1 -> ofYear(query, 2026);
      case 2 -> query.dated(LocalDate.of(2026, 2, 1), LocalDate.of(2026, 9, 1));
      case 3 -> query.amounts("RUB", Amount.parse("5"), null);
      default -> query;
    };
  }

  private static EntryQuery ofUnit(EntryQuery query, String unit) {
    return query.amounts(unit, query.minAmount(), query.maxAmount());
  }

  /** Of days that are no year the counts are of those days only. */
  private static EntryQuery ofYear(EntryQuery query, int year) {
    return isOfSomeDays(query)
        ? query
        : query.dated(LocalDate.of(year, 1, 1), LocalDate.of(year + 1, 1, 1));
  }

  private static boolean isOfSomeDays(EntryQuery query) {
    return query.from() != null && query.from().getDayOfYear() != 1;
  }
}
