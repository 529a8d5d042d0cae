package org.lepta.service.indexing.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lepta.ledger.entry.Entry;
import org.lepta.ledger.entry.FundMode;
import org.lepta.ledger.entry.Hash;
import org.lepta.ledger.entry.Kind;
import org.lepta.ledger.entry.TextHash;
import org.lepta.service.kernel.RefusalException;
import org.lepta.service.testing.Samples;
import org.lepta.service.testing.TestDatabase;
import org.lepta.service.testing.TestLedger;
import org.lepta.service.transparency.SaltedText;
import org.lepta.service.transparency.TextStore;

/** Grants are found by the words of their titles, as long as these may be shown. */
final class GrantTitlesTest {

  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.empty();

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 27);

  @TempDir Path folder;
  private TestLedger ledger;
  private TextStore store;
  private Index index;
  private GrantTitles titles;
  private Finder finder;
  private Entries entries;

  @BeforeEach
  void open() throws Exception {
    DATABASE.clear();
    ledger = TestLedger.open(folder.resolve("ledger"), DATABASE.dataSource());
    store = TextStore.open(folder.resolve("texts"));
    index = new Index(DATABASE.dataSource());
    Texts texts = new Texts(store);
    Lookups lookups = new Lookups(index, texts);
    OrganisationNames names = new OrganisationNames(index, texts, lookups);
    titles = new GrantTitles(index, texts);
    entries = new Entries(index, names, titles);
    finder = new Finder(index, entries, names, titles, texts, lookups);
    ledger.record(
        Samples.fund("f", Samples.KEEPER, FundMode.MANAGED),
        Samples.fund("other", Samples.KEEPER, FundMode.MANAGED),
        Samples.donation("d1", "f", "1000"),
        Samples.donation("d2", "other", "1000"));
  }

  @AfterEach
  void close() throws Exception {
    ledger.close();
    store.close();
  }

  private SaltedText text(String text) {
    return SaltedText.salted(text, null, new SecureRandom());
  }

  private SaltedText held(String text) {
    SaltedText salted = text(text);
    store.put(salted);
    store.sync();
    return salted;
  }

  private static Entry with(Entry entry, String role, SaltedText... texts) {
    List<TextHash> hashes = new ArrayList<>();
    for (SaltedText text : texts) {
      hashes.add(new TextHash(role, new Hash(text.commitment().hex())));
    }
    return new Entry(entry.header().with(hashes), entry.body());
  }

  private void record(Entry... granted) throws Exception {
    ledger.record(granted);
    ledger.settle();
  }

  private List<String> found(String q) {
    return finder.find(q).titles().stream().map(EntryRecord::id).toList();
  }

  private List<String> listed(EntryQuery query) {
    return entries.page(query, null, 100).items().stream().map(EntryRecord::id).toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Школьный", "школ", "завтрак школьн", "shkolny", "SHKOL zavtrak"})
  void wordsThatBeginWordsOfATitleFindItsGrantInAnyLetters(String q) throws Exception {
    record(
        with(Samples.grant("g1", "f", "10"), "title", held("Школьный завтрак, 2026")),
        with(Samples.grant("g2", "f", "10"), "title", held("Shelter for forty families")));

    assertThat(found(q)).containsExactly("g1");
  }

  @Test
  void theNewestGrantStandsFirstAndWhatIsRecordedLaterIsFoundAtOnce() throws Exception {
    record(with(Samples.grant("g1", "f", "10"), "title", held("Shelter in winter")));
    assertThat(found("shelter")).containsExactly("g1");

    record(
        with(Samples.grant("g2", "other", "10"), "title", held("A shelter")),
        with(Samples.grant("g3", "f", "10"), "title", held("Books"), held("Приют")));

    assertThat(found("shelter")).containsExactly("g2", "g1");
    assertThat(found("приют")).containsExactly("g3");
  }

  @Test
  void onlyTitlesOfGrantsAreSearched() throws Exception {
    record(
        with(Samples.grant("g1", "f", "10"), "description", held("Shelter in winter")),
        with(Samples.donation("d3", "f", "10"), "title", held("Shelter in winter")));

    assertThat(finder.find("shelter").isEmpty()).isTrue();
  }

  @Test
  void aTitleThatComesAfterItsGrantIsFoundFromThenOn() throws Exception {
    SaltedText late = text("Shelter in winter");
    record(with(Samples.grant("g1", "f", "10"), "title", late));
    assertThat(found("shelter")).isEmpty();

    store.put(late);

    assertThat(found("shelter")).containsExactly("g1");
  }

  @Test
  void aTitleThatWasWithdrawnFindsNothingAndTheOthersAreStillFound() throws Exception {
    SaltedText first = held("Shelter in winter");
    record(
        with(Samples.grant("g1", "f", "10"), "title", first),
        with(Samples.grant("g2", "f", "10"), "title", held("Shelter in summer")));
    assertThat(found("shelter")).containsExactly("g2", "g1");

    store.withdraw(first.commitment(), TODAY);

    assertThat(found("winter")).isEmpty();
    assertThat(listed(EntryQuery.of(Kind.GRANT).q("winter"))).isEmpty();
    assertThat(found("shelter")).containsExactly("g2");
  }

  @Test
  void aListIsNarrowedDownToTitlesBesideItsOtherFilters() throws Exception {
    record(
        with(Samples.grant("g1", "f", "10"), "title", held("Shelter in winter")),
        with(Samples.grant("g2", "other", "10"), "title", held("Shelter in summer")),
        with(Samples.grant("g3", "f", "10"), "title", held("Books")),
        with(Samples.grant("shelter-4", "f", "10"), "title", held("Tables")));

    EntryQuery shelter = EntryQuery.of(Kind.GRANT).q("shelter");
    assertThat(listed(shelter)).containsExactly("shelter-4", "g2", "g1");
    assertThat(listed(shelter.fund("f"))).containsExactly("shelter-4", "g1");
    assertThat(listed(EntryQuery.ALL.q("shelter"))).containsExactly("shelter-4", "g2", "g1");
    assertThat(listed(EntryQuery.of(Kind.DONATION).q("shelter"))).isEmpty();
    assertThat(new Facets(index, entries).of(shelter).orElseThrow().kinds())
        .containsEntry(Kind.GRANT, 3L);
  }

  @Test
  void aServiceThatHasMuchToReadSaysSoAndAListWaitsForAll() throws Exception {
    SaltedText title = held("Shelter in winter");
    title(title, 10_000);

    GrantTitles.Hits some = titles.newest("shelter", 20_000);
    assertThat(some.ofAll()).isFalse();
    assertThat(titles.find("shelter", 20_000)).hasSize(10_000).startsWith(10_000L, 9_999L);
    assertThat(titles.newest("winter shelter", 3))
        .isEqualTo(new GrantTitles.Hits(List.of(10_000L, 9_999L, 9_998L), true));
  }

  @Test
  void aSearchThatMeansMoreThanTenThousandGrantsIsRefused() throws Exception {
    title(held("Shelter in winter"), 10_001);

    assertThatThrownBy(() -> listed(EntryQuery.of(Kind.GRANT).q("shelter")))
        .isInstanceOf(RefusalException.class)
        .hasMessageContaining("More than 10000 grants are titled so");
  }

  private static void title(SaltedText title, int grants) throws SQLException {
    DATABASE.execute(
        "INSERT INTO grant_title SELECT g, '\\x%s' FROM generate_series(1, %d) AS g"
            .formatted(title.commitment().hex(), grants));
  }
}
