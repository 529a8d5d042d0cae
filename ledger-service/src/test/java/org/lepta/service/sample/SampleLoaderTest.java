package org.lepta.service.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.lepta.ledger.codec.LeafCodec;
import org.lepta.ledger.entry.TextHash;
import org.lepta.service.indexing.IndexedEntries;
import org.lepta.service.kernel.Sha256;
import org.lepta.service.ledger.BlockCursor;
import org.lepta.service.ledger.CommittedTransaction;
import org.lepta.service.ledger.KeyWrite;
import org.lepta.service.submission.PlainText;
import org.lepta.service.submission.Signers;
import org.lepta.service.submission.Submissions;
import org.lepta.service.testing.Samples;
import org.lepta.service.testing.TestDatabase;
import org.lepta.service.testing.TestLedger;
import org.lepta.service.transparency.TextLookup;
import org.lepta.service.transparency.TextStore;

/** The sample on a real ledger, loaded once: broken off in the middle and taken up again. */
@SuppressWarnings("NullAway.Init") // load() opens what the tests use
final class SampleLoaderTest {

  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.empty();

  private static final Sample SAMPLE = Sample.standard();

  @TempDir static Path folder;
  private static TestLedger ledger;
  private static TextStore texts;
  private static SampleLoader.Report second;

  @BeforeAll
  @SuppressWarnings("NullAway") // open() gives every field its value
  static void load() throws Exception {
    open();
    assertThatThrownBy(() -> loader().load(SAMPLE, SampleLoaderTest::breakOff))
        .isInstanceOf(BrokenOffException.class);
    close();
    open();
    second = loader().load(SAMPLE, (entries, next) -> {});
    ledger.settle();
  }

  private static final class BrokenOffException extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private static void breakOff(long entries, String next) {
    if (entries > 6_000) {
      throw new BrokenOffException();
    }
  }

  private static void open() throws Exception {
    ledger = TestLedger.open(folder.resolve("ledger"), DATABASE.dataSource());
    ledger.settle();
    texts = TextStore.open(folder.resolve("texts"));
  }

  @AfterAll
  static void close() throws IOException {
    ledger.close();
    texts.close();
  }

  private static SampleLoader loader() {
    return new SampleLoader(
        ledger.ledger(),
        new Submissions(
            ledger.recorder(),
            texts,
            new Signers(ledger.ledger(), ledger.recorder(), Samples.KEEPER)),
        new IndexedEntries(DATABASE.dataSource(), ledger.indexer()),
        Samples.KEEPER);
  }

  @Test
  void whatWasThereIsNotRecordedAgain() throws Exception {
    assertThat(second.found()).isBetween(6_001, 6_600);
    assertThat(second.added() + second.found()).isEqualTo(SAMPLE.size());
    assertThat(rows("SELECT count(*) FROM entry WHERE kind <> 'genesis'")).containsExactly("12139");
    assertThat(rows("SELECT count(*) FROM entry WHERE repeat_of IS NOT NULL")).containsExactly("0");

    SampleLoader.Report again = loader().load(SAMPLE, (entries, next) -> {});

    assertThat(again).isEqualTo(new SampleLoader.Report(0, SAMPLE.size()));
  }

  @Test
  void onlyTheFundWithTheUsualLimitsIsFlaggedLate() throws Exception {
    assertThat(rows("SELECT DISTINCT fund FROM entry WHERE flags & 1 <> 0"))
        .containsExactly("XI-LEPTA-DEMO-01-winter-shelter");
  }

  @Test
  void figuresOfTheFoundationsAreTheseForEver() throws Exception {
    assertThat(
            rows(
                "SELECT f.owner || ' ' || s.unit || ' ' || s.measure || ' '"
                    + " || trim_scale(sum(s.amount)) FROM fund_sum s JOIN fund f ON f.id = s.fund"
                    + " GROUP BY f.owner, s.unit, s.measure"
                    + " ORDER BY f.owner COLLATE \"C\", s.unit COLLATE \"C\", s.measure COLLATE \"C\""))
        .containsExactly(
            "XI-LEPTA-DEMO-01 EUR awarded 9800",
            "XI-LEPTA-DEMO-01 EUR donated 10090.83",
            "XI-LEPTA-DEMO-01 EUR grantee_spent_programme 5177.8",
            "XI-LEPTA-DEMO-01 EUR grantee_spent_running 138",
            "XI-LEPTA-DEMO-01 EUR paid_released 9800",
            "XI-LEPTA-DEMO-01 EUR passed_on 4000",
            "XI-LEPTA-DEMO-01 EUR released 9800",
            "XI-LEPTA-DEMO-01 EUR returned 484.2",
            "XI-LEPTA-DEMO-01 EUR spent_fee 12.25",
            "XI-LEPTA-DEMO-01 RUB awarded 8688500",
            "XI-LEPTA-DEMO-01 RUB donated 13245736.5",
            "XI-LEPTA-DEMO-01 RUB grantee_spent_programme 5201766.73",
            "XI-LEPTA-DEMO-01 RUB grantee_spent_running 1109484.24",
            "XI-LEPTA-DEMO-01 RUB income 24949",
            "XI-LEPTA-DEMO-01 RUB opened 250000",
            "XI-LEPTA-DEMO-01 RUB paid_direct 50100",
            "XI-LEPTA-DEMO-01 RUB paid_released 7680400",
            "XI-LEPTA-DEMO-01 RUB refunded 300",
            "XI-LEPTA-DEMO-01 RUB released 7870200",
            "XI-LEPTA-DEMO-01 RUB returned 540731.18",
            "XI-LEPTA-DEMO-01 RUB spent_fee 119356.29",
            "XI-LEPTA-DEMO-01 RUB spent_fundraising 247352.43",
            "XI-LEPTA-DEMO-01 RUB spent_programme 152969.76",
            "XI-LEPTA-DEMO-01 RUB spent_running 1058076.54",
            "XI-LEPTA-DEMO-01 RUB transferred_in 164000",
            "XI-LEPTA-DEMO-01 RUB transferred_out 164000",
            "XI-LEPTA-DEMO-01 h awarded 813",
            "XI-LEPTA-DEMO-01 h donated 998",
            "XI-LEPTA-DEMO-01 h grantee_spent_programme 656",
            "XI-LEPTA-DEMO-01 h grantee_spent_running 40",
            "XI-LEPTA-DEMO-01 h paid_released 793",
            "XI-LEPTA-DEMO-01 h released 793",
            "XI-LEPTA-DEMO-01 h returned 22",
            "XI-LEPTA-DEMO-02 EUR awarded 15840",
            "XI-LEPTA-DEMO-02 EUR donated 17747.82",
            "XI-LEPTA-DEMO-02 EUR grantee_spent_programme 4192.44",
            "XI-LEPTA-DEMO-02 EUR grantee_spent_running 865.72",
            "XI-LEPTA-DEMO-02 EUR paid_released 15240",
            "XI-LEPTA-DEMO-02 EUR passed_on 9000",
            "XI-LEPTA-DEMO-02 EUR released 15240",
            "XI-LEPTA-DEMO-02 EUR returned 101.84",
            "XI-LEPTA-DEMO-02 EUR spent_fee 99.75",
            "XI-LEPTA-DEMO-02 RUB awarded 7660000",
            "XI-LEPTA-DEMO-02 RUB donated 11152153.87",
            "XI-LEPTA-DEMO-02 RUB grantee_spent_programme 4256392.61",
            "XI-LEPTA-DEMO-02 RUB grantee_spent_running 758690.9",
            "XI-LEPTA-DEMO-02 RUB income 22852",
            "XI-LEPTA-DEMO-02 RUB paid_direct 27300",
            "XI-LEPTA-DEMO-02 RUB paid_released 7401500",
            "XI-LEPTA-DEMO-02 RUB refunded 900300",
            "XI-LEPTA-DEMO-02 RUB released 7401500",
            "XI-LEPTA-DEMO-02 RUB returned 1387010.48",
            "XI-LEPTA-DEMO-02 RUB spent_fee 109520.63",
            "XI-LEPTA-DEMO-02 RUB spent_fundraising 150218.54",
            "XI-LEPTA-DEMO-02 RUB spent_programme 119449.94",
            "XI-LEPTA-DEMO-02 RUB spent_running 452746.17",
            "XI-LEPTA-DEMO-02 RUB transferred_in 804000",
            "XI-LEPTA-DEMO-02 RUB transferred_out 804000",
            "XI-LEPTA-DEMO-02 h awarded 1023",
            "XI-LEPTA-DEMO-02 h donated 1208",
            "XI-LEPTA-DEMO-02 h grantee_spent_programme 687",
            "XI-LEPTA-DEMO-02 h grantee_spent_running 33",
            "XI-LEPTA-DEMO-02 h paid_released 967",
            "XI-LEPTA-DEMO-02 h released 967",
            "XI-LEPTA-DEMO-02 h returned 87",
            "XI-LEPTA-DEMO-03 EUR awarded 122495",
            "XI-LEPTA-DEMO-03 EUR donated 200138.01",
            "XI-LEPTA-DEMO-03 EUR grantee_spent_programme 75307.87",
            "XI-LEPTA-DEMO-03 EUR grantee_spent_running 15355.12",
            "XI-LEPTA-DEMO-03 EUR income 214.83",
            "XI-LEPTA-DEMO-03 EUR opened 4000",
            "XI-LEPTA-DEMO-03 EUR paid_direct 780",
            "XI-LEPTA-DEMO-03 EUR paid_released 117595",
            "XI-LEPTA-DEMO-03 EUR passed_on 12000",
            "XI-LEPTA-DEMO-03 EUR refunded 300",
            "XI-LEPTA-DEMO-03 EUR released 117595",
            "XI-LEPTA-DEMO-03 EUR returned 9273.12",
            "XI-LEPTA-DEMO-03 EUR spent_fee 1569.17",
            "XI-LEPTA-DEMO-03 EUR spent_fundraising 2495.69",
            "XI-LEPTA-DEMO-03 EUR spent_programme 1174.37",
            "XI-LEPTA-DEMO-03 EUR spent_running 10697.03",
            "XI-LEPTA-DEMO-03 h awarded 545",
            "XI-LEPTA-DEMO-03 h donated 672.5",
            "XI-LEPTA-DEMO-03 h grantee_spent_programme 320",
            "XI-LEPTA-DEMO-03 h grantee_spent_running 75",
            "XI-LEPTA-DEMO-03 h paid_released 520",
            "XI-LEPTA-DEMO-03 h released 529",
            "XI-LEPTA-DEMO-03 h returned 18");
    assertThat(
            rows(
                "SELECT f.owner || ' ' || b.unit || ' '"
                    + " || trim_scale(sum(b.amount)::numeric / 10000) FROM balance b"
                    + " JOIN fund f ON f.id = b.fund WHERE b.account = 'F:free'"
                    + " GROUP BY f.owner, b.unit ORDER BY f.owner COLLATE \"C\", b.unit COLLATE \"C\""))
        .containsExactly(
            "XI-LEPTA-DEMO-01 EUR 762.78",
            "XI-LEPTA-DEMO-01 RUB 3744761.66",
            "XI-LEPTA-DEMO-01 h 207",
            "XI-LEPTA-DEMO-02 EUR 1909.91",
            "XI-LEPTA-DEMO-02 RUB 3142481.07",
            "XI-LEPTA-DEMO-02 h 272",
            "XI-LEPTA-DEMO-03 EUR 74114.7",
            "XI-LEPTA-DEMO-03 h 145.5");
  }

  @Test
  void noNameAndNoTextIsOnTheLedger() throws Exception {
    Set<String> secrets = secrets();
    ByteSearch search = new ByteSearch(secrets);

    assertThat(secrets).hasSizeGreaterThan(700);
    try (Stream<Path> files = Files.walk(folder.resolve("ledger"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThat(search.found(Files.readAllBytes(file))).as("in " + file).isEmpty();
      }
    }
    for (KeyWrite write : state()) {
      assertThat(search.found(write.value().toArray())).as("under " + write.key()).isEmpty();
    }
    for (byte[] leaf : leaves()) {
      assertThat(search.found(leaf)).isEmpty();
    }
  }

  @Test
  void everyTextLiesBesideTheLedger() throws Exception {
    Set<String> stored = new TreeSet<>();
    for (byte[] leaf : leaves()) {
      for (TextHash hash : LeafCodec.decodeEntry(leaf).header().texts()) {
        if (texts.find(Sha256.ofHex(hash.hash().hex())) instanceof TextLookup.Present found) {
          stored.add(found.text().text());
        }
      }
    }

    assertThat(stored).containsExactlyInAnyOrderElementsOf(plainTexts());
    // The search is able to find: it sees them in the files of the text store.
    ByteSearch search = new ByteSearch(plainTexts());
    Set<String> seen = new TreeSet<>();
    try (Stream<Path> files = Files.walk(folder.resolve("texts"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        seen.addAll(search.found(Files.readAllBytes(file)));
      }
    }
    assertThat(seen).hasSizeGreaterThan(700);
  }

  private static Set<String> plainTexts() {
    return Stream.concat(Stream.of(SAMPLE.organisations()), SAMPLE.chapters().stream())
        .flatMap(chapter -> chapter.drafts().stream())
        .flatMap(draft -> draft.texts().stream())
        .map(PlainText::text)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> secrets() {
    Set<String> all = plainTexts();
    all.addAll(Names.families());
    return all;
  }

  /** Every value that ever stood in the world state. */
  private static List<KeyWrite> state() throws Exception {
    List<KeyWrite> all = new ArrayList<>();
    try (BlockCursor cursor = ledger.ledger().open(0)) {
      for (long block = 0; block < ledger.ledger().height(); block++) {
        cursor.next(Duration.ofSeconds(10)).orElseThrow().transactions().stream()
            .map(CommittedTransaction::writes)
            .forEach(all::addAll);
      }
    }
    return all;
  }

  private static Collection<byte[]> leaves() throws SQLException {
    List<byte[]> leaves = new ArrayList<>();
    try (Connection connection = DATABASE.dataSource().getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT bytes FROM entry ORDER BY leaf")) {
      while (rows.next()) {
        leaves.add(rows.getBytes(1));
      }
    }
    return leaves;
  }

  private static List<String> rows(String sql) throws SQLException {
    List<String> found = new ArrayList<>();
    try (Connection connection = DATABASE.dataSource().getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        found.add(rows.getString(1));
      }
    }
    return found;
  }
}
