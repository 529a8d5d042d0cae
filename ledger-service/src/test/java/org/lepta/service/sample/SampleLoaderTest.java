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
final class SampleLoaderTest {

  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.empty();

  private static final Sample SAMPLE = Sample.standard();

  @TempDir static Path folder;
  private static TestLedger ledger;
  private static TextStore texts;
  private static SampleLoader.Report second;

  @BeforeAll
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
                    + " ORDER BY f.owner, s.unit, s.measure COLLATE \"C\""))
        .containsExactly("PIN");
    assertThat(
            rows(
                "SELECT f.owner || ' ' || b.unit || ' '"
                    + " || trim_scale(sum(b.amount)::numeric / 10000) FROM balance b"
                    + " JOIN fund f ON f.id = b.fund WHERE b.account = 'F:free'"
                    + " GROUP BY f.owner, b.unit ORDER BY f.owner, b.unit"))
        .containsExactly("PIN");
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
