package org.lepta.service.indexing.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lepta.ledger.entry.Entry;
import org.lepta.ledger.entry.Flow;
import org.lepta.ledger.entry.Kind;
import org.lepta.ledger.money.Amount;
import org.lepta.service.indexing.EntryFacts;
import org.lepta.service.indexing.read.EntryQuery.Order;
import org.lepta.service.indexing.read.EntryQuery.Sort;
import org.lepta.service.kernel.RefusalException;
import org.lepta.service.testing.RandomEntries;
import org.lepta.service.testing.Samples;
import org.lepta.service.testing.TestDatabase;
import org.lepta.service.testing.TestLedger;
import org.lepta.service.transparency.TextStore;

/** Every list is what a plain scan of all entries makes of it, whatever way the index takes. */
final class ListLawTest {

  private static final int LISTS = 600;

  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.empty();

  @TempDir static Path folder;
  private static TestLedger ledger;
  private static Index index;
  private static TextStore texts;
  private static List<EntryRecord> all;

  @BeforeAll
  static void record() throws Exception {
    ledger = TestLedger.open(folder, DATABASE.dataSource());
    index = new Index(DATABASE.dataSource());
    texts = TextStore.open(folder.resolve("texts"));
    ledger.record(RandomEntries.registered().toArray(Entry[]::new));
    RandomEntries chance = new RandomEntries(31);
    for (int round = 0; round < 8; round++) {
      ledger.record(chance.next(100));
    }
    ledger.settle();
    all = new ArrayList<>();
    entries(EntrySearch.WINDOW).forEach(EntryQuery.ALL.ascending(true), all::add);
  }

  @AfterAll
  static void close() throws Exception {
    ledger.close();
  }

  /**
   * A window of no leaf sorts what an index leads to, a large one walks through the log's order.
   */
  @ParameterizedTest
  @ValueSource(longs = {0, 60, 300, 10_000})
  void everyCombinationOfFiltersAndOrdersGivesThePlainScansRows(long window) {
    Entries entries = entries(window);
    Random random = new Random(window + 7);
    int rows = 0;
    for (int i = 0; i < LISTS; i++) {
      EntryQuery query = query(random);
      List<Long> expected = scan(query);

      assertThat(paged(entries, query, 20 + random.nextInt(80)))
          .as("%s", query)
          .isEqualTo(expected);
      rows += expected.size();
    }
    assertThat(rows).isGreaterThan(10 * LISTS);
  }

  @Test
  void aWholeListIsHandedOutInTheOrderOfItsPages() {
    Entries entries = entries(60);
    for (Sort sort : Sort.values()) {
      EntryQuery query =
          EntryQuery.ALL.amounts("RUB", null, null).order(new Order(sort, sort == Sort.DATE));
      List<Long> whole = new ArrayList<>();
      entries.forEach(query, entry -> whole.add(entry.index()));

      assertThat(whole).hasSizeGreaterThan(300).isEqualTo(scan(query));
    }
  }

  @Test
  void entriesWithoutADateStandAtTheEndInBothDirections() {
    for (boolean ascending : new boolean[] {true, false}) {
      List<Long> found =
          paged(entries(60), EntryQuery.ALL.order(new Order(Sort.DATE, ascending)), 100);

      assertThat(found.subList(found.size() - 6, found.size()))
          .allSatisfy(leaf -> assertThat(all.get(leaf.intValue()).businessDate()).isNull());
    }
  }

  @Test
  void amountsOfDifferentUnitsAreNotCompared() {
    assertThatThrownBy(() -> EntryQuery.ALL.order(new Order(Sort.AMOUNT, false)))
        .isInstanceOf(RefusalException.class)
        .hasMessageStartingWith("FILTER_INVALID");
  }

  private static Entries entries(long window) {
    return TestReads.entries(index, texts, window);
  }

  private static List<Long> paged(Entries entries, EntryQuery query, int limit) {
    List<Long> found = new ArrayList<>();
    String cursor = null;
    do {
      Page<EntryRecord> page = entries.page(query, cursor, limit);
      page.items().forEach(entry -> found.add(entry.index()));
      cursor = page.next();
    } while (cursor != null);
    return found;
  }

  private static EntryQuery query(Random random) {
    EntryQuery query = EntryQuery.ALL;
    switch (random.nextInt(3)) {
      case 0 -> query = query.kinds(Set.of(pick(random, List.of(Kind.values()))));
      case 1 -> query = query.kinds(Set.of(Kind.DONATION, Kind.GRANT, Kind.DISBURSEMENT));
      default -> {}
    }
    if (random.nextInt(3) == 0) {
      query = query.fund(pick(random, List.of("m1", "r1", "r2")));
    }
    if (random.nextInt(3) == 0) {
      query = query.organisation(pick(random, List.of(Samples.KEEPER, RandomEntries.GRANTEE)));
    }
    if (random.nextInt(3) == 0) {
      query = query.recipient(RandomEntries.GRANTEE);
    }
    if (random.nextInt(6) == 0) {
      query = query.q("e" + random.nextInt(10));
    }
    if (random.nextInt(6) == 0) {
      query = query.at((long) random.nextInt(all.size())).since((long) random.nextInt(200));
    }
    return ordered(random, amounts(random, dated(random, query)));
  }

  private static EntryQuery dated(Random random, EntryQuery query) {
    LocalDate from = LocalDate.of(2026, 1, 1).plusDays(random.nextInt(50));
    LocalDate to = from.plusDays(1 + random.nextInt(20));
    return switch (random.nextInt(6)) {
      case 0 -> query.dated(from, to);
      case 1 -> query.dated(from, null);
      case 2 -> query.dated(null, to);
      default -> query;
    };
  }

  private static EntryQuery amounts(Random random, EntryQuery query) {
    Amount least = new Amount(1 + random.nextInt(2_000_000));
    return switch (random.nextInt(4)) {
      case 0 -> query.amounts(pick(random, List.of("RUB", "EUR")), null, null);
      case 1 -> query.amounts("RUB", least, new Amount(least.tenThousandths() + 300_000));
      case 2 -> query.amounts("EUR", least, null);
      default -> query;
    };
  }

  private static EntryQuery ordered(Random random, EntryQuery query) {
    Sort sort = pick(random, List.of(Sort.values()));
    boolean possible = sort != Sort.AMOUNT || query.unit() != null;
    return query.order(new Order(possible ? sort : Sort.LEAF, random.nextBoolean()));
  }

  private static <T> T pick(Random random, List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  private static List<Long> scan(EntryQuery query) {
    return all.stream()
        .filter(entry -> passes(query, entry))
        .sorted(order(query.order()))
        .map(EntryRecord::index)
        .toList();
  }

  private static Comparator<EntryRecord> order(Order order) {
    Comparator<EntryRecord> places = Comparator.comparingLong(EntryRecord::index);
    Comparator<EntryRecord> ascending =
        switch (order.by()) {
          case LEAF -> places;
          case DATE -> Comparator.comparing(ListLawTest::day).thenComparing(places);
          case AMOUNT -> Comparator.comparingLong(ListLawTest::amount).thenComparing(places);
        };
    Comparator<EntryRecord> directed = order.ascending() ? ascending : ascending.reversed();
    return order.by() == Sort.DATE
        ? Comparator.<EntryRecord, Boolean>comparing(entry -> entry.businessDate() == null)
            .thenComparing(directed)
        : directed;
  }

  private static LocalDate day(EntryRecord entry) {
    return Objects.requireNonNullElse(entry.businessDate(), LocalDate.EPOCH);
  }

  private static long amount(EntryRecord entry) {
    return ((Flow) entry.entry().body()).amount().tenThousandths();
  }

  private static boolean passes(EntryQuery query, EntryRecord entry) {
    Long at = query.at();
    Long since = query.span().since();
    return (query.kinds().isEmpty() || query.kinds().contains(entry.kind()))
        && (at == null || entry.index() < at)
        && (since == null || entry.index() >= since)
        && isOf(query, entry)
        && isOfDays(query, entry)
        && isOfAmounts(query, entry);
  }

  private static boolean isOf(EntryQuery query, EntryRecord entry) {
    String organisation = query.organisation();
    String recipient = query.recipient();
    String q = query.q();
    return (query.fund() == null || query.fund().equals(entry.fund()))
        && (organisation == null
            || organisation.equals(entry.owner())
            || organisation.equals(entry.entry().header().statedBy()))
        && (recipient == null || recipient.equals(EntryFacts.of(entry.entry()).party()))
        && (q == null || entry.id().startsWith(q));
  }

  private static boolean isOfDays(EntryQuery query, EntryRecord entry) {
    LocalDate day = entry.businessDate();
    LocalDate from = query.from();
    LocalDate to = query.to();
    return (from == null || (day != null && !day.isBefore(from)))
        && (to == null || (day != null && day.isBefore(to)));
  }

  private static boolean isOfAmounts(EntryQuery query, EntryRecord entry) {
    Amount least = query.minAmount();
    Amount most = query.maxAmount();
    return query.unit() == null
        || (entry.entry().body() instanceof Flow flow
            && flow.unit().code().equals(query.unit())
            && (least == null || flow.amount().covers(least))
            && (most == null || most.covers(flow.amount())));
  }
}
