package org.lepta.service.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.lepta.ledger.entry.Entry;
import org.lepta.ledger.entry.Kind;
import org.lepta.service.indexing.read.Index;
import org.lepta.service.kernel.Sha256;
import org.lepta.service.ledger.recording.RecordedEntries;
import org.lepta.service.submission.Submissions;
import org.lepta.service.testing.RandomEntries;
import org.lepta.service.testing.RunningService;
import org.lepta.service.testing.TestDatabase;
import org.lepta.service.transparency.TextStore;
import org.lepta.service.transparency.log.TransparencyLog;
import org.lepta.service.transparency.proof.Frontier;
import tools.jackson.databind.JsonNode;

/** The ledger as one SQLite file holds what the pages and the read API say. */
final class DatabaseExportTest {

  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.empty();

  private static final String PATH = "/api/v1/exports/ledger.sqlite";

  @TempDir static Path folder;
  private static RunningService service;
  private static Connection database;
  private static String size;

  @BeforeAll
  static void start() throws Exception {
    service = RunningService.start(folder.resolve("data"), DATABASE.settings());
    Intake intake =
        Imports.intake(
            service.bean(DataSource.class),
            service.bean(Submissions.class),
            service.bean(RecordedEntries.class));
    Samples.load(intake, Samples.own("grants.json"));
    intake.settle();
    service.record(RandomEntries.registered().toArray(Entry[]::new));
    service.record(new RandomEntries(11).next(400));
    HttpResponse<byte[]> answer = fetch();
    size = answer.headers().firstValue("Lepta-Log-Size").orElseThrow();
    database = opened(answer.body(), "ledger.sqlite");
  }

  @AfterAll
  static void stop() throws SQLException {
    database.close();
    service.close();
  }

  private static HttpResponse<byte[]> fetch() throws Exception {
    long indexed = service.bean(Index.class).size();
    assertThat(service.bean(TransparencyLog.class).awaitPublished(indexed, Duration.ofSeconds(60)))
        .isTrue();
    HttpResponse<byte[]> answer =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(URI.create(service.base() + PATH)).build(),
                HttpResponse.BodyHandlers.ofByteArray());
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/vnd.sqlite3");
    return answer;
  }

  private static Connection opened(byte[] bytes, String name) throws Exception {
    Path file = Files.write(folder.resolve(name), bytes);
    return DriverManager.getConnection("jdbc:sqlite:" + file);
  }

  private static JsonNode totals() throws Exception {
    return service.json("/api/v1/totals?at=" + size);
  }

  @Test
  void countsEachKindLikeTheReadApi() throws Exception {
    TreeMap<String, Long> counted = new TreeMap<>();
    each(
        "SELECT kind, entries FROM kind_count",
        row ->
            counted.put(
                Kind.ofLabel(row.getString("kind")).orElseThrow().plural(),
                row.getLong("entries")));
    TreeMap<String, Long> told = new TreeMap<>();
    totals()
        .get("counts")
        .properties()
        .forEach(count -> {
          if (count.getValue().asLong() > 0) {
            told.put(count.getKey(), count.getValue().asLong());
          }
        });

    assertThat(counted).isEqualTo(told).containsKeys("donations", "corrections", "grants");
    assertThat(number("SELECT count(*) FROM entry")).isEqualTo(Long.parseLong(size));
  }

  @Test
  void addsUpToTheSumsOfTheReadApi() throws Exception {
    for (String mode : List.of("managed", "reported")) {
      JsonNode lines = totals().get(mode);
      assertThat(lines.size()).isPositive();
      assertThat(number("SELECT count(*) FROM joint_total WHERE fund_mode = '" + mode + "'"))
          .isEqualTo(lines.size());
      for (JsonNode line : lines) {
        String unit = line.get("unit").asString();
        each(
            "SELECT * FROM joint_total WHERE fund_mode = '%s' AND unit = '%s'"
                .formatted(mode, unit),
            row -> {
              for (String name :
                  List.of(
                      "opened",
                      "donated",
                      "income",
                      "transferredIn",
                      "transferredOut",
                      "exchangedIn",
                      "exchangedOut",
                      "refunded",
                      "awarded",
                      "outstanding",
                      "released",
                      "disbursed",
                      "returned",
                      "spent",
                      "free")) {
                String column = name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
                assertThat(BigDecimal.valueOf(row.getLong(column), 4))
                    .as(mode + ' ' + unit + ' ' + name)
                    .isEqualByComparingTo(line.get(name).asString());
              }
            });
      }
    }
  }

  @Test
  void everyEntryHashesToItsLeafAndAllOfThemToTheRoot() throws Exception {
    Frontier tree = Frontier.empty();
    each(
        "SELECT leaf_index, leaf, leaf_hash FROM entry ORDER BY leaf_index",
        row -> {
          ByteArrayOutputStream leaf = new ByteArrayOutputStream();
          leaf.write(0);
          leaf.writeBytes(row.getString("leaf").getBytes(StandardCharsets.UTF_8));
          Sha256 hash = Sha256.digest(leaf.toByteArray());
          assertThat(hash.hex()).isEqualTo(row.getString("leaf_hash"));
          assertThat(row.getLong("leaf_index")).isEqualTo(tree.size());
          tree.append(hash);
        });

    assertThat(text("SELECT root FROM checkpoint")).isEqualTo(tree.root().hex());
    assertThat(text("SELECT size FROM checkpoint")).isEqualTo(size);
    assertThat(text("SELECT origin FROM checkpoint")).isNotBlank();
  }

  @Test
  void postingsOfAnEntryAddUpToNothing() throws Exception {
    assertThat(number("SELECT count(*) FROM posting")).isPositive();
    assertThat(
            number(
                "SELECT count(*) FROM (SELECT 1 FROM posting GROUP BY leaf_index, unit"
                    + " HAVING sum(amount_e4) <> 0)"))
        .isZero();
  }

  @Test
  void anAmountStandsAsADecimalAndInTenThousandths() throws Exception {
    each(
        "SELECT amount, amount_e4 FROM entry WHERE amount IS NOT NULL",
        row ->
            assertThat(new BigDecimal(row.getString("amount")).movePointRight(4))
                .isEqualByComparingTo(BigDecimal.valueOf(row.getLong("amount_e4"))));
  }

  @Test
  void tellsWhatItsColumnsMean() throws Exception {
    assertThat(text("SELECT sql FROM sqlite_schema WHERE name = 'entry'"))
        .contains("amount_e4 INTEGER,         -- the same in ten-thousandths of a unit");
  }

  @Test
  void aWithdrawnTextIsGoneFromTheNextOne() throws Exception {
    String hash = text("SELECT hash FROM entry_text WHERE text IS NOT NULL LIMIT 1");
    String words = text("SELECT text FROM entry_text WHERE hash = '" + hash + "'");
    service.bean(TextStore.class).withdraw(Sha256.ofHex(hash), LocalDate.of(2026, 11, 27));

    byte[] bytes = fetch().body();

    assertThat(new String(bytes, StandardCharsets.UTF_8)).doesNotContain(words);
    try (Connection next = opened(bytes, "next.sqlite");
        Statement statement = next.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT text, withdrawn_on FROM entry_text WHERE hash = '" + hash + "'")) {
      assertThat(row.next()).isTrue();
      assertThat(row.getString("text")).isNull();
      assertThat(row.getString("withdrawn_on")).isEqualTo("2026-11-27");
    }
  }

  @Test
  void theQuestionInTheReferenceIsAnswered() throws Exception {
    String page = Files.readString(Path.of("../docs/reference/exports.md"));
    String question = page.split("```sql\n", -1)[1].split("```", -1)[0];

    each(question, row -> assertThat(row.getString("unit")).isNotBlank());
  }

  @Test
  void isOnlyOfferedAsItIsNow() throws Exception {
    assertThat(service.get(PATH + "?at=3").body()).contains("AT_NOT_OFFERED");
    assertThat(service.get(PATH + "?fund=any").body()).contains("FILTER_INVALID");
  }

  @FunctionalInterface
  private interface Reader {
    void read(ResultSet row) throws Exception;
  }

  private static void each(String sql, Reader reader) throws Exception {
    try (Statement statement = database.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      boolean any = false;
      while (row.next()) {
        any = true;
        reader.read(row);
      }
      assertThat(any).as(sql).isTrue();
    }
  }

  private static String text(String sql) throws Exception {
    String[] found = {""};
    each(sql, row -> found[0] = row.getString(1));
    return found[0];
  }

  private static long number(String sql) throws Exception {
    return Long.parseLong(text(sql));
  }
}
