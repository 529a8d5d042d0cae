package org.lepta.service.explorer.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.lepta.ledger.entry.Attestation;
import org.lepta.ledger.entry.Entry;
import org.lepta.ledger.entry.FundMode;
import org.lepta.ledger.entry.Hash;
import org.lepta.ledger.entry.Header;
import org.lepta.service.ServiceApplication;
import org.lepta.service.indexing.Indexer;
import org.lepta.service.ledger.embedded.EmbeddedLedger;
import org.lepta.service.ledger.recording.RecordResult;
import org.lepta.service.ledger.recording.Recorder;
import org.lepta.service.testing.Samples;
import org.lepta.service.testing.TestDatabase;
import org.lepta.service.transparency.TextStore;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What auditors attested, as readers and programs see it. */
final class AttestationsOverHttpTest {

  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.empty();

  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final String AUDITOR = "XI-TEST-AUDITOR";
  private static final String WATER = "water";
  private static final String BARE = "bare";

  @TempDir static Path data;
  private static ConfigurableApplicationContext service;
  private static String base;
  private static long size;
  private static String root;

  @BeforeAll
  static void start() throws Exception {
    service =
        new SpringApplication(ServiceApplication.class)
            .run(
                "--server.port=0",
                "--lepta.data=" + data,
                "--lepta.operator=" + Samples.KEEPER,
                "--lepta.operator-name=Keepers of Water",
                "--lepta.database.url=" + DATABASE.settings().url(),
                "--lepta.database.user=" + DATABASE.settings().user(),
                "--lepta.database.password=" + DATABASE.settings().password());
    base = "http://127.0.0.1:" + service.getEnvironment().getProperty("local.server.port");
    record(
        PageEntries.organisation(service.getBean(TextStore.class), AUDITOR, "Exact Audit", "en"),
        Samples.fund(WATER, Samples.KEEPER, FundMode.MANAGED),
        Samples.fund(BARE, Samples.KEEPER, FundMode.MANAGED));
    record(Samples.donation("d1", WATER, "1000"), Samples.donation("d2", WATER, "500.25"));
    JsonNode log = json("/api/v1/status").get("log");
    size = log.get("size").asLong();
    root = log.get("root").asString();
    record(attestation("clean", WATER, size, root, "clean", LocalDate.of(2026, 3, 31)));
    record(attestation("forked", WATER, size, "0".repeat(64), "clean", null));
    record(attestation("between", WATER, size - 1, root, "qualified", null));
    record(attestation("all", null, size, root, "qualified", null));
  }

  private static Entry attestation(
      String id,
      @Nullable String fund,
      long logSize,
      String logRoot,
      String result,
      @Nullable LocalDate to) {
    return new Entry(
        Header.of(id, AUDITOR),
        new Attestation(
            fund == null ? "ledger" : "fund", fund, logSize, new Hash(logRoot), result, null, to));
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @Test
  void pagesSayToWhichPointAFundIsAuditedByWhomAndWhoRecordedIt() throws Exception {
    assertThat(get("/en/funds/water"))
        .contains("Audited to 31 March 2026 by \u2068Exact Audit\u2069 (\u2068water\u2069).")
        .contains("Result: clean, no reservations.")
        .contains("Recorded by \u2068Keepers of Water\u2069, not by the auditor itself.")
        .contains("/en/entries/" + json("/api/v1/attestations/clean").get("leafIndex").asLong());
    assertThat(get("/ru/funds/water"))
        .contains("Проверено аудитом по 31 марта 2026")
        .contains("Заключение: без оговорок.");
    assertThat(get("/en/organisations/" + Samples.KEEPER))
        .contains("Audited to 31 March 2026 by \u2068Exact Audit\u2069");
  }

  @Test
  void theOverviewAndEveryFundShowWhatIsSaidOfTheWholeLedger() throws Exception {
    String said =
        "Audited to entry %d of the log by \u2068Exact Audit\u2069 (the whole ledger)."
            .formatted(size);

    assertThat(get("/en/")).contains(said).doesNotContain("31 March 2026 by");
    assertThat(get("/en/funds/bare")).contains(said).doesNotContain("31 March 2026 by");
  }

  @Test
  void anotherRootOrASizeWithoutACheckpointIsShownAsContradicting() throws Exception {
    assertThat(get("/en/funds/water"))
        .contains("of %d entries with a root that this log never had".formatted(size))
        .contains("of %d entries with a root that this log never had".formatted(size - 1));
  }

  @Test
  void theReadApiTellsWhichAreOfThisLogAndKeepsThePast() throws Exception {
    JsonNode told = json("/api/v1/funds/water").get("attestations");

    assertThat(told.size()).isEqualTo(3);
    assertThat(told.findValuesAsString("result")).containsExactly("qualified", "clean", "clean");
    assertThat(
            List.of(
                told.get(0).get("ofThisLog").asBoolean(),
                told.get(1).get("ofThisLog").asBoolean(),
                told.get(2).get("ofThisLog").asBoolean()))
        .containsExactly(false, false, true);
    assertThat(told.get(2).get("logRoot").asString()).isEqualTo(root);
    assertThat(told.get(2).get("statedBy").asString()).isEqualTo(AUDITOR);
    assertThat(told.get(2).get("recordedBy").asString()).isEqualTo(Samples.KEEPER);
    long first = told.get(2).get("leafIndex").asLong();
    assertThat(json("/api/v1/funds/water?at=" + first).get("attestations").size()).isZero();
    assertThat(json("/api/v1/funds/water?at=" + (first + 1)).get("attestations").size()).isOne();
    assertThat(json("/api/v1/organisations/" + Samples.KEEPER).get("attestations").size())
        .isEqualTo(3);
    assertThat(json("/api/v1/organisations/" + AUDITOR).get("attestations").size()).isZero();
  }

  private static void record(Entry... entries) throws Exception {
    List<RecordResult> results =
        service.getBean(Recorder.class).record(Samples.KEEPER, List.of(entries));
    assertThat(results).noneMatch(result -> result instanceof RecordResult.Refused);
    long newest = service.getBean(EmbeddedLedger.class).height() - 1;
    assertThat(service.getBean(Indexer.class).awaitBlock(newest, Duration.ofSeconds(60))).isTrue();
  }

  private static JsonNode json(String path) throws Exception {
    return JsonMapper.shared().readTree(get(path));
  }

  private static String get(String path) throws Exception {
    return HTTP.send(
            HttpRequest.newBuilder(URI.create(base + path)).build(), BodyHandlers.ofString())
        .body();
  }
}
