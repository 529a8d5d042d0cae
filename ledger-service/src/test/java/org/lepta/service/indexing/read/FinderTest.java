package org.lepta.service.indexing.read;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lepta.ledger.entry.Entry;
import org.lepta.ledger.entry.FundMode;
import org.lepta.ledger.entry.Hash;
import org.lepta.ledger.entry.TextHash;
import org.lepta.service.testing.Samples;
import org.lepta.service.testing.TestDatabase;
import org.lepta.service.testing.TestLedger;
import org.lepta.service.transparency.SaltedText;
import org.lepta.service.transparency.TextStore;

/** Whatever a reader has in hand leads to the entry. */
final class FinderTest {

  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.empty();

  @TempDir static Path folder;
  private static TestLedger ledger;
  private static TextStore store;
  private static Index index;
  private static Entries entries;
  private static Finder finder;

  @BeforeAll
  static void record() throws Exception {
    ledger = TestLedger.open(folder.resolve("ledger"), DATABASE.dataSource());
    store = TextStore.open(folder.resolve("texts"));
    index = new Index(DATABASE.dataSource());
    Texts texts = new Texts(store);
    Lookups lookups = new Lookups(index, texts);
    OrganisationNames names = new OrganisationNames(index, texts, lookups);
    GrantTitles titles = new GrantTitles(index, texts);
    entries = new Entries(index, names, titles);
    finder = new Finder(index, entries, names, titles, texts, lookups);
    ledger.record(
        named(Samples.organisation("XI-A"), "Фонд «Хвощёва и Ко»"),
        named(Samples.organisation("XI-B"), "Khvorost Trust"),
        named(Samples.fund("f", Samples.KEEPER, FundMode.MANAGED), "Тёплый дом"));
    ledger.record(
        Samples.donation("d-1", "f", "1500"),
        Samples.donation("d-2", "f", "1500.5"),
        Samples.donation("7", "f", "3"));
    ledger.settle();
  }

  @AfterAll
  static void close() throws Exception {
    ledger.close();
    store.close();
  }

  @Test
  void anIdLeadsToItsEntryAlone() {
    SearchHits hits = finder.find(" d-1 ");

    assertThat(hits.isOne()).isTrue();
    assertThat(hits.exact()).extracting(EntryRecord::id).containsExactly("d-1");
    assertThat(finder.find("donation:d-1").exact()).isEqualTo(hits.exact());
  }

  /** One holds a connection when it asks for names, the other does not. */
  @Test
  void searchesThatHoldAllConnectionsDoNotWaitForTheOneThatNeedsAnother() throws Exception {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(DATABASE.settings().url());
    config.setUsername(DATABASE.settings().user());
    config.setPassword(DATABASE.settings().password());
    config.setMaximumPoolSize(2);
    config.setConnectionTimeout(2_000);
    try (HikariDataSource few = new HikariDataSource(config);
        ExecutorService searches = Executors.newVirtualThreadPerTaskExecutor()) {
      Index own = new Index(few);
      Texts texts = new Texts(store);
      OrganisationNames names = new OrganisationNames(own, texts, new Lookups(own, texts));
      Callable<List<String>> within = () -> own.snapshot(() -> names.find("Khvorost"));
      Callable<List<String>> without = () -> names.find("Khvorost");

      for (Future<List<String>> found :
          searches.invokeAll(
              Stream.generate(() -> List.of(within, without))
                  .limit(20)
                  .flatMap(List::stream)
                  .toList())) {
        assertThat(found.get()).contains("XI-B");
      }
    }
  }

  @Test
  void aNumberWithASignIsOnlyALeafIndex() {
    assertThat(finder.find("#4").isOne()).isTrue();
    assertThat(finder.find("#4").exact()).extracting(EntryRecord::index).containsExactly(4L);
    assertThat(finder.find("#4000000").isEmpty()).isTrue();
  }

  @Test
  void aNumberMayBeAnIndexAnIdOrAnAmount() {
    SearchHits hits = finder.find("3");

    assertThat(hits.exact()).extracting(EntryRecord::index).containsExactly(3L);
    assertThat(hits.amounts()).extracting(EntryRecord::id).containsExactly("7");
    assertThat(hits.isOne()).isFalse();
  }

  @Test
  void aLeafARootAndABlockAreFoundByTheirHashes() {
    EntryRecord entry = entries.find("donation:d-2").orElseThrow();

    assertThat(finder.find(entry.hash().hex()).exact()).containsExactly(entry);
    String root =
        index
            .one(
                "SELECT encode(root, 'hex') FROM block_root ORDER BY block DESC LIMIT 1",
                (row, n) -> row.getString(1))
            .orElseThrow();
    assertThat(finder.find(root).exact())
        .extracting(EntryRecord::index)
        .containsExactly(index.size() - 1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Хвощ", "хвощёва", "хвощева", "khvoshch", "Hvoschev", "KHVOSHCHYOVA"})
  void aRussianNameIsFoundInAnyLetters(String q) {
    assertThat(finder.find(q).organisations()).containsExactly("XI-A");
  }

  @Test
  void aLatinNameIsFoundInRussianLettersAndWhatIsWrittenAsAskedComesFirst() {
    assertThat(finder.find("хворост").organisations()).containsExactly("XI-B");
    assertThat(finder.find("teply").funds()).containsExactly("f");
    assertThat(finder.find("khvo").organisations()).containsExactly("XI-B", "XI-A");
  }

  @Test
  void oneLetterIsNoNameHoweverOftenItIsRepeated() {
    assertThat(finder.find("ххххх").isEmpty()).isTrue();
    assertThat(finder.find("ttt").isEmpty()).isTrue();
  }

  @Test
  void entriesAreFoundByTheirDay() {
    LocalDate day = entries.find("donation:d-1").orElseThrow().businessDate();

    assertThat(finder.find(String.valueOf(day)).days())
        .extracting(EntryRecord::id)
        .containsExactly("7", "d-2", "d-1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "no such thing", "99.99.9999", "0000000000000000000000", "%", "'"})
  void whatIsNotThereIsFoundNowhere(String q) {
    assertThat(finder.find(q).isEmpty()).isTrue();
  }

  @Nested
  class Terms {

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "1500|15000000",
          "1 500,00|15000000",
          "1,500.00|15000000",
          "£1,500|15000000,15000",
          "1500,5 ₽|15005000"
        })
    void readAmountsInTheWaysOfBothLanguages(String q, String amounts) {
      List<String> expected = List.of(amounts.split(",", -1));

      assertThat(new SearchTerms(q).amounts())
          .extracting(String::valueOf)
          .containsExactlyInAnyOrderElementsOf(expected);
    }

    @ParameterizedTest
    @CsvSource({"2026-03-01", "01.03.2026", "1/3/2026"})
    void readDays(String q) {
      assertThat(new SearchTerms(q).days()).containsExactly(LocalDate.of(2026, 3, 1));
    }
  }

  private static Entry named(Entry entry, String name) {
    SaltedText text = SaltedText.salted(name, null, new SecureRandom());
    store.put(text);
    store.sync();
    TextHash hash = new TextHash("name", new Hash(text.commitment().hex()));
    return new Entry(entry.header().with(List.of(hash)), entry.body());
  }
}
