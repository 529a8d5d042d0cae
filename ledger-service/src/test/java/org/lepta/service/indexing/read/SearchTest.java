package org.lepta.service.indexing.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.lepta.ledger.entry.Disbursement;
import org.lepta.ledger.entry.Entry;
import org.lepta.ledger.entry.FundMode;
import org.lepta.ledger.entry.Hash;
import org.lepta.ledger.entry.Header;
import org.lepta.ledger.entry.Kind;
import org.lepta.ledger.entry.Organisation;
import org.lepta.ledger.entry.Party;
import org.lepta.ledger.entry.TextHash;
import org.lepta.ledger.money.Amount;
import org.lepta.service.kernel.RefusalException;
import org.lepta.service.testing.Samples;
import org.lepta.service.testing.TestDatabase;
import org.lepta.service.testing.TestLedger;
import org.lepta.service.transparency.SaltedText;
import org.lepta.service.transparency.TextStore;

/** What the filter q finds. */
final class SearchTest {

  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.empty();

  private static final String REFUGEES = "GB-CHC-1000001";
  private static final String WATER = "GB-CHC-1000002";

  @TempDir static Path folder;
  private static TestLedger ledger;
  private static TextStore texts;
  private static Entries entries;

  @BeforeAll
  static void record() throws Exception {
    ledger = TestLedger.open(folder.resolve("ledger"), DATABASE.dataSource());
    texts = TextStore.open(folder.resolve("texts"));
    entries = TestReads.entries(new Index(DATABASE.dataSource()), texts);
    ledger.record(
        named(REFUGEES, "The Refugee Council of Łódź"),
        named(WATER, "Water-Works \"Ключ\""),
        Samples.fund("r", Samples.KEEPER, FundMode.REPORTED));
    ledger.record(
        Samples.donation("360G-ABCT-1", "r", "1"),
        Samples.donation("360g-abct-2", "r", "2"),
        Samples.donation("360G-other", "r", "3"),
        Samples.donation("Grüße", "r", "4"),
        Samples.donation("50%_off", "r", "5"),
        paid("to refugees", REFUGEES),
        paid("to water", WATER),
        paid("refugee camp", WATER));
    ledger.settle();
  }

  @AfterAll
  static void close() throws Exception {
    ledger.close();
    texts.close();
  }

  @Test
  void idsAreFoundByTheirBeginWhateverItsCase() {
    assertThat(found("360g-AB")).containsExactly("360g-abct-2", "360G-ABCT-1");
    assertThat(found("GRü")).containsExactly("Grüße");
    assertThat(found("GRÜ")).isEmpty();
    assertThat(found("ABCT")).isEmpty();
  }

  @Test
  void idsMayBeQualifiedByTheirKind() {
    assertThat(found("donation:360G-O")).containsExactly("360G-other");
  }

  @Test
  void charactersOfPatternsMeanThemselves() {
    assertThat(found("50%_")).containsExactly("50%_off");
    assertThat(found("%")).isEmpty();
    assertThat(found("_")).isEmpty();
    assertThat(found("'; DROP TABLE entry; --")).isEmpty();
  }

  @Test
  void organisationsAreFoundByWordsOfTheirNamesWithWhatTheyReceived() {
    assertThat(found("council REFUG")).containsExactly("to refugees", REFUGEES);
    assertThat(found("ŁÓDŹ")).containsExactly("to refugees", REFUGEES);
    assertThat(found("ключ")).containsExactly("refugee camp", "to water", WATER);
    assertThat(found("council water")).isEmpty();
  }

  @Test
  void whatIsFoundBothWaysIsListedOnceNewestFirst() {
    assertThat(found("refugee")).containsExactly("refugee camp", "to refugees", REFUGEES);
  }

  @Test
  void shortWordsFindOnlyIds() {
    assertThat(found("of")).isEmpty();
    assertThat(found("to")).containsExactly("to water", "to refugees");
  }

  @Test
  void otherFiltersHoldToo() {
    EntryQuery query = EntryQuery.of(Kind.DISBURSEMENT).q("refugee").recipient(WATER);
    assertThat(ids(query)).containsExactly("refugee camp");
    assertThat(ids(EntryQuery.of(Kind.ORGANISATION).q("refugee"))).containsExactly(REFUGEES);
    assertThat(ids(EntryQuery.ALL.q("refugee").at(3L))).containsExactly(REFUGEES);
    assertThat(ids(EntryQuery.ALL.q("refugee").ascending(true)))
        .containsExactly(REFUGEES, "to refugees", "refugee camp");
  }

  @Test
  void pagesGoOnWhereTheyEnded() {
    EntryQuery query = EntryQuery.ALL.q("refugee");
    List<String> paged = new ArrayList<>();
    String cursor = null;
    do {
      Page<EntryRecord> page = entries.page(query, cursor, 1);
      page.items().forEach(entry -> paged.add(entry.id()));
      cursor = page.next();
    } while (cursor != null);

    assertThat(paged).containsExactly("refugee camp", "to refugees", REFUGEES);
  }

  @Test
  void newNamesAreFoundAndWithdrawnOnesAreNot() throws Exception {
    assertThat(found("lighthouse")).isEmpty();
    Entry late = named("GB-CHC-1000003", "Lighthouse");
    ledger.record(late);
    ledger.settle();

    assertThat(found("lighthouse")).containsExactly("GB-CHC-1000003");

    String hash = late.header().texts().getFirst().hash().hex();
    texts.withdraw(org.lepta.service.kernel.Sha256.ofHex(hash), LocalDate.of(2026, 5, 1));
    assertThat(found("lighthouse")).isEmpty();
  }

  @Test
  void whatMeansTooMuchIsRefused() throws Exception {
    Entry[] trusts = new Entry[101];
    for (int i = 0; i < trusts.length; i++) {
      trusts[i] = named("XI-TRUST-" + i, "Trust number" + i);
    }
    ledger.record(trusts);
    for (int batch = 0; batch < 11; batch++) {
      Entry[] many = new Entry[910];
      for (int i = 0; i < many.length; i++) {
        many[i] = Samples.donation("many-" + batch + '-' + i, "r", "1");
      }
      ledger.record(many);
    }
    ledger.settle();

    assertThatThrownBy(() -> found("trust")).satisfies(SearchTest::isTooBroad);
    assertThat(found("trust number99")).containsExactly("XI-TRUST-99");
    assertThatThrownBy(() -> found("MANY-")).satisfies(SearchTest::isTooBroad);
    assertThat(found("many-10-90")).hasSize(11);
  }

  private static void isTooBroad(Throwable refused) {
    assertThat(((RefusalException) refused).refusal().code()).isEqualTo("SEARCH_TOO_BROAD");
  }

  private static List<String> found(String q) {
    return ids(EntryQuery.ALL.q(q));
  }

  private static List<String> ids(EntryQuery query) {
    return entries.page(query, null, 1_000).items().stream().map(EntryRecord::id).toList();
  }

  private static Entry named(String id, String name) {
    SaltedText text = SaltedText.salted(name, null, new SecureRandom());
    texts.put(text);
    texts.sync();
    TextHash hash = new TextHash("name", new Hash(text.commitment().hex()));
    return new Entry(Header.of(id, Samples.KEEPER).with(List.of(hash)), new Organisation(null));
  }

  private static Entry paid(String id, String receiver) {
    return new Entry(
        Header.of(id, Samples.KEEPER).happened(LocalDate.of(2026, 3, 1)),
        new Disbursement(
            "r",
            Samples.RUB,
            Amount.parse("1"),
            null,
            null,
            Party.organisation(receiver),
            null,
            null,
            null));
  }
}
