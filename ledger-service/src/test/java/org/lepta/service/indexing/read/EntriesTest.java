package org.lepta.service.indexing.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lepta.ledger.codec.LeafCodec;
import org.lepta.ledger.entry.Confirmation;
import org.lepta.ledger.entry.Entry;
import org.lepta.ledger.entry.Flow;
import org.lepta.ledger.entry.Kind;
import org.lepta.ledger.money.Amount;
import org.lepta.service.kernel.RefusalException;
import org.lepta.service.testing.RandomEntries;
import org.lepta.service.testing.Samples;
import org.lepta.service.testing.TestDatabase;
import org.lepta.service.testing.TestLedger;

/** Lists of entries against the same lists made in memory. */
final class EntriesTest {

  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.empty();

  @TempDir static Path folder;
  private static TestLedger ledger;
  private static Entries entries;
  private static RandomEntries chance;

  @BeforeAll
  static void record() throws Exception {
    ledger = TestLedger.open(folder, DATABASE.dataSource());
    entries = TestReads.entries(new Index(DATABASE.dataSource()), folder.resolve("texts"));
    ledger.record(RandomEntries.registered().toArray(Entry[]::new));
    chance = new RandomEntries(11);
    ledger.record(chance.next(300));
    ledger.settle();
  }

  @AfterAll
  static void close() throws Exception {
    ledger.close();
  }

  @Test
  void leavesAreReadAsTheyWereWritten() {
    entries.forEach(
        EntryQuery.ALL,
        entry -> assertThat(LeafCodec.encode(entry.leaf())).isEqualTo(entry.bytes()));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void pagesHoldEveryEntryOnceWhileNewOnesArrive(boolean ascending) throws Exception {
    EntryQuery query = EntryQuery.of(Kind.DONATION).ascending(ascending);
    List<Long> before = indexes(query);
    List<Long> paged = new ArrayList<>();
    String cursor = null;
    do {
      Page<EntryRecord> page = entries.page(query, cursor, 7);
      page.items().forEach(entry -> paged.add(entry.index()));
      cursor = page.next();
      if (paged.size() < 50) {
        ledger.record(chance.next(5));
        ledger.settle();
      }
    } while (cursor != null);

    assertThat(paged).doesNotHaveDuplicates().containsAll(before);
    assertThat(paged)
        .isSortedAccordingTo(ascending ? Comparator.naturalOrder() : Comparator.reverseOrder());
  }

  static Stream<Arguments> filters() {
    LocalDate from = LocalDate.of(2026, 1, 10);
    LocalDate to = LocalDate.of(2026, 2, 1);
    Amount least = Amount.parse("50");
    return Stream.of(
        filter(EntryQuery.ALL.fund("m1"), e -> "m1".equals(e.fund())),
        filter(
            EntryQuery.of(Kind.CONFIRMATION).fund("r1"),
            e -> e.kind() == Kind.CONFIRMATION && "r1".equals(e.fund())),
        filter(
            EntryQuery.ALL.organisation(RandomEntries.GRANTEE),
            e -> e.entry().header().statedBy().equals(RandomEntries.GRANTEE)),
        filter(
            EntryQuery.ALL.organisation(Samples.KEEPER),
            e ->
                Samples.KEEPER.equals(e.owner())
                    || e.entry().header().statedBy().equals(Samples.KEEPER)),
        filter(
            EntryQuery.of(Kind.DONATION, Kind.GRANT).recipient(RandomEntries.GRANTEE),
            e -> e.kind() == Kind.DONATION || e.kind() == Kind.GRANT),
        filter(
            EntryQuery.of(Kind.DONATION).dated(from, to),
            e ->
                e.kind() == Kind.DONATION
                    && e.businessDate() != null
                    && !e.businessDate().isBefore(from)
                    && e.businessDate().isBefore(to)),
        filter(
            EntryQuery.ALL.kinds(Set.of(Kind.FEE)).amounts("RUB", least, null),
            e ->
                e.kind() == Kind.FEE
                    && e.entry().body() instanceof Flow f
                    && f.unit().code().equals("RUB")
                    && f.amount().covers(least)),
        filter(EntryQuery.ALL.q("E1"), e -> e.id().startsWith("e1")),
        filter(EntryQuery.ALL.at(20L), e -> e.index() < 20));
  }

  private static Arguments filter(EntryQuery query, Predicate<EntryRecord> by) {
    return Arguments.of(query, by);
  }

  @ParameterizedTest
  @MethodSource("filters")
  void filtersLetThroughWhatTheySay(EntryQuery query, Predicate<EntryRecord> by) {
    List<Long> expected = new ArrayList<>();
    entries.forEach(
        EntryQuery.ALL,
        entry -> {
          if (by.test(entry)) {
            expected.add(entry.index());
          }
        });
    List<Long> paged = new ArrayList<>();
    String cursor = null;
    do {
      Page<EntryRecord> page = entries.page(query, cursor, 13);
      page.items().forEach(entry -> paged.add(entry.index()));
      cursor = page.next();
    } while (cursor != null);

    assertThat(expected).isNotEmpty();
    assertThat(paged).isEqualTo(expected);
    assertThat(indexes(query)).isEqualTo(expected);
  }

  @Test
  void entriesOfAGrantAndAboutATargetAreFound() {
    EntryRecord paid = entries.page(EntryQuery.of(Kind.CONFIRMATION), null, 1).items().getFirst();

    assertThat(indexes(EntryQuery.ALL.target(targetOf(paid)))).contains(paid.index());
    assertThat(entries.page(EntryQuery.of(Kind.GRANT).fund("r1"), null, 1).items())
        .allSatisfy(grant ->
            assertThat(indexes(EntryQuery.ALL.grant("r1", grant.id()))).contains(grant.index()));
  }

  @Test
  void theNewestOfSeveralListsAreTheirFirstPages() {
    List<Set<Kind>> lists =
        List.of(
            Set.of(Kind.DONATION, Kind.INCOME, Kind.RETURN),
            Set.of(Kind.DISBURSEMENT, Kind.FEE),
            Set.of(Kind.REFUND, Kind.GRANT),
            Set.of(Kind.ORGANISATION));
    for (String fund : List.of("m1", "r1", "no such fund")) {
      for (Long at : new Long[] {null, 150L, 0L}) {
        List<List<EntryRecord>> newest = entries.newest(fund, lists, at, 7);

        assertThat(newest)
            .isEqualTo(
                lists.stream()
                    .map(kinds ->
                        entries.page(EntryQuery.ALL.kinds(kinds).fund(fund).at(at), null, 7))
                    .map(Page::items)
                    .toList());
      }
    }
    assertThat(entries.newest("m1", lists, null, 7).getFirst()).hasSize(7);
    assertThatThrownBy(() -> entries.newest("m1", lists, 1_000_000L, 7))
        .isInstanceOf(RefusalException.class)
        .hasMessageStartingWith("AT_INVALID");
  }

  @Test
  void cursorsOfOtherListsAndChangedOnesAreRefused() {
    EntryQuery query = EntryQuery.of(Kind.DONATION);
    String cursor = String.valueOf(entries.page(query, null, 2).next());

    assertRefused(query.fund("m1"), cursor, 2, "CURSOR_INVALID");
    assertRefused(query.ascending(true), cursor, 2, "CURSOR_INVALID");
    for (int i = 0; i < cursor.length(); i++) {
      char other = cursor.charAt(i) == 'A' ? 'B' : 'A';
      assertRefused(
          query, cursor.substring(0, i) + other + cursor.substring(i + 1), 2, "CURSOR_INVALID");
    }
    assertRefused(query, "", 2, "CURSOR_INVALID");
    assertRefused(query, cursor + "A", 2, "CURSOR_INVALID");
    assertRefused(query, null, 0, "FILTER_INVALID");
    assertRefused(query, null, 1_001, "FILTER_INVALID");
    assertRefused(query.at(1_000_000L), null, 2, "AT_INVALID");
  }

  private static void assertRefused(
      EntryQuery query, @Nullable String cursor, int limit, String code) {
    assertThatThrownBy(() -> entries.page(query, cursor, limit))
        .isInstanceOf(RefusalException.class)
        .hasMessageStartingWith(code);
  }

  private static String targetOf(EntryRecord confirmation) {
    return ((Confirmation) confirmation.entry().body()).of();
  }

  private static List<Long> indexes(EntryQuery query) {
    List<Long> found = new ArrayList<>();
    entries.forEach(query, entry -> found.add(entry.index()));
    return found;
  }
}
