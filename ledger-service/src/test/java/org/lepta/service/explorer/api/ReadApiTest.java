package org.lepta.service.explorer.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lepta.ledger.entry.Entry;
import org.lepta.ledger.entry.Kind;
import org.lepta.service.ServiceApplication;
import org.lepta.service.indexing.Indexer;
import org.lepta.service.ledger.embedded.EmbeddedLedger;
import org.lepta.service.ledger.recording.Recorder;
import org.lepta.service.testing.RandomEntries;
import org.lepta.service.testing.Samples;
import org.lepta.service.testing.TestDatabase;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The read API as a reader sees it, over HTTP. */
final class ReadApiTest {

  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.empty();

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @TempDir static Path data;
  private static ConfigurableApplicationContext service;
  private static String base;

  @BeforeAll
  static void start() throws Exception {
    service =
        new SpringApplication(ServiceApplication.class)
            .run(
                "--server.port=0",
                "--lepta.data=" + data,
                "--lepta.operator=" + Samples.KEEPER,
                "--lepta.database.url=" + DATABASE.settings().url(),
                "--lepta.database.user=" + DATABASE.settings().user(),
                "--lepta.database.password=" + DATABASE.settings().password());
    base = "http://127.0.0.1:" + service.getEnvironment().getProperty("local.server.port");
    record(RandomEntries.registered().toArray(Entry[]::new));
    record(Samples.donation("=cmd|' /C calc'!A0", "m1", "12.5"));
    record(Samples.donation("d/1 ü", "m1", "7"));
    record(new RandomEntries(3).next(120));
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  private static void record(Entry... entries) throws Exception {
    service.getBean(Recorder.class).record(Samples.KEEPER, List.of(entries));
    long newest = service.getBean(EmbeddedLedger.class).height() - 1;
    assertThat(service.getBean(Indexer.class).awaitBlock(newest, Duration.ofSeconds(60))).isTrue();
  }

  @Test
  void statusTellsHowFarLedgerAndLogCame() throws Exception {
    JsonNode status = json("/api/v1/status");

    assertThat(status.at("/ledger/mode").asString()).isEqualTo("embedded");
    assertThat(status.at("/ledger/lagSeconds").asInt()).isZero();
    assertThat(status.at("/log/size").asLong())
        .isEqualTo(json("/api/v1/totals").at("/asOf/size").asLong());
    assertThat(status.at("/log/root").asString()).matches("[0-9a-f]{64}");
    assertThat(status.at("/anchor").isNull()).isTrue();
    assertThat(status.at("/healthy").asBoolean()).isTrue();
  }

  @Test
  void totalsCountEveryKindAndAddUpBothKindsOfFunds() throws Exception {
    JsonNode totals = json("/api/v1/totals");

    Set<String> plurals = new TreeSet<>();
    for (Kind kind : Kind.values()) {
      plurals.add(kind.plural());
    }
    assertThat(new TreeSet<>(totals.get("counts").propertyNames())).isEqualTo(plurals);
    assertThat(totals.at("/counts/funds").asInt()).isEqualTo(4);
    assertThat(totals.at("/managed/0").propertyNames())
        .containsExactlyInAnyOrder(
            "unit",
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
            "spentByClass",
            "disbursedByEvidence",
            "spentByEvidence",
            "free",
            "short",
            "onward");
    assertThat(totals.at("/managed/0/donated").isString()).isTrue();
    assertThat(totals.get("totals").size()).isPositive();
  }

  @Test
  void itemsAreFoundByTheKeyThatListsGive() throws Exception {
    for (Kind kind : Kind.values()) {
      for (JsonNode item : json("/api/v1/" + kind.plural() + "?limit=2").get("items")) {
        assertThat(bare("/api/v1/" + kind.plural() + '/' + item.get("key").asString()))
            .isEqualTo(item);
      }
    }
    for (JsonNode item : json("/api/v1/entries?limit=20").get("items")) {
      assertThat(bare("/api/v1/entries/" + item.get("leafIndex").asLong())).isEqualTo(item);
      assertThat(bare("/api/v1/entries/" + item.get("key").asString())).isEqualTo(item);
      assertThat(item.get("id").asString()).startsWith(item.get("kind").asString() + ':');
    }
    assertThat(json("/api/v1/donations/d~2F1~20~C3~BC").get("amount").asString()).isEqualTo("7");
    assertThat(json("/api/v1/funds/m1").at("/totals/0/unit").asString()).isEqualTo("RUB");
    assertThat(json("/api/v1/organisations/XI-TEST-KEEPER").get("totals").size()).isPositive();
  }

  /** An item without what only single ones carry: how the other side speaks of it. */
  private static JsonNode bare(String path) throws Exception {
    ObjectNode item = (ObjectNode) json(path);
    item.remove("counterparts");
    item.remove("attestations");
    item.remove("match");
    return item;
  }

  @Test
  void fundByItselfTellsWhatOthersStateNowAndAsKnownThen() throws Exception {
    JsonNode now = json("/api/v1/funds/r2");
    long size = json("/api/v1/status").at("/log/size").asLong();
    long registered = now.get("leafIndex").asLong() + 1;

    assertThat(now.get("counterparts").isArray()).isTrue();
    assertThat(json("/api/v1/funds/r2?at=" + size).get("counterparts"))
        .isEqualTo(now.get("counterparts"));
    assertThat(json("/api/v1/funds/r2?at=" + registered).get("counterparts")).isEmpty();
  }

  @Test
  void csvHoldsTheWholeSelectionWithTheFieldsOfTheJson() throws Exception {
    List<List<String>> rows = csv(get("/api/v1/donations.csv?fund=m1").body());
    List<JsonNode> items = all("/api/v1/donations?fund=m1&limit=3");

    assertThat(rows.getFirst()).isEqualTo(EntryCsv.COLUMNS);
    assertThat(rows).hasSize(items.size() + 1);
    for (int i = 0; i < items.size(); i++) {
      for (String name : List.of("leafIndex", "key", "statedBy", "fund", "unit", "amount")) {
        assertThat(rows.get(i + 1).get(EntryCsv.COLUMNS.indexOf(name)))
            .isEqualTo(items.get(i).get(name).asString());
      }
    }
    assertThat(rows).anySatisfy(row -> assertThat(row.get(1)).isEqualTo("'=cmd|' /C calc'!A0"));
    HttpResponse<String> asked = get("/api/v1/donations?fund=m1", "Accept", "text/csv");
    assertThat(asked.headers().firstValue("Content-Type")).hasValue("text/csv;charset=UTF-8");
    assertThat(csv(asked.body())).isEqualTo(rows);
  }

  @Test
  void searchIsTheSameInJsonAndCsv() throws Exception {
    List<JsonNode> items = all("/api/v1/donations?q=D%2F");
    List<List<String>> rows = csv(get("/api/v1/donations.csv?q=D%2F").body());

    assertThat(items).hasSize(1);
    assertThat(items.getFirst().get("id").asString()).isEqualTo("d/1 ü");
    assertThat(rows).hasSize(2);
    assertThat(rows.get(1).get(1)).isEqualTo("d/1 ü");
    assertThat(json("/api/v1/entries?q=donation:d%2F1").get("items").size()).isEqualTo(1);
  }

  @Test
  void listsAsKnownAtASizeStayTheSame() throws Exception {
    long size = json("/api/v1/totals").at("/asOf/size").asLong();
    List<String> paths =
        List.of("/api/v1/totals?", "/api/v1/funds?", "/api/v1/grants?limit=5&", "/api/v1/entries?");
    Map<String, JsonNode> before = new TreeMap<>();
    for (String path : paths) {
      before.put(path, json(path + "at=" + size));
    }

    record(Samples.donation("later", "m1", "1000"), Samples.grant("later", "r1", "5"));

    for (String path : paths) {
      assertThat(json(path + "at=" + size)).isEqualTo(before.get(path));
    }
    assertThat(get("/api/v1/donations/later?at=" + size).statusCode()).isEqualTo(404);
  }

  @Test
  void unchangedAnswersNeedNotBeSentAgain() throws Exception {
    HttpResponse<String> first = get("/api/v1/funds");
    String tag = first.headers().firstValue("ETag").orElseThrow();

    assertThat(first.headers().firstValue("Cache-Control")).hasValue("no-cache");
    assertThat(get("/api/v1/funds", "If-None-Match", tag).statusCode()).isEqualTo(304);
    record(Samples.donation("for the tag", "m1", "1"));
    assertThat(get("/api/v1/funds", "If-None-Match", tag).statusCode()).isEqualTo(200);
  }

  @Test
  void headIsGetWithoutABody() throws Exception {
    for (String path : List.of("/api/v1/funds", "/api/v1/entries.csv", "/openapi.json")) {
      HttpRequest head = HttpRequest.newBuilder(URI.create(base + path)).HEAD().build();
      HttpResponse<String> answer = HTTP.send(head, HttpResponse.BodyHandlers.ofString());
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.body()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"sort=date", "sort=date&order=asc", "sort=amount&unit=RUB"})
  void aWholeListIsExportedInTheOrderOfItsPages(String order) throws Exception {
    List<String> ids = new ArrayList<>();
    String after = "";
    do {
      JsonNode page = json("/api/v1/entries?limit=7&" + order + after);
      page.get("items").forEach(item -> ids.add(item.get("leafIndex").asString()));
      after = page.get("next").isNull() ? "" : "&after=" + page.get("next").asString();
    } while (!after.isEmpty());
    List<String> rows =
        get("/api/v1/entries.csv?" + order)
            .body()
            .lines()
            .skip(1)
            .map(row -> row.substring(0, row.indexOf(',')))
            .toList();

    assertThat(rows).hasSizeGreaterThan(7).isEqualTo(ids);
  }

  @ParameterizedTest
  @CsvSource({
    "/api/v1/donations?limit=0, 400, FILTER_INVALID",
    "/api/v1/donations?limit=1001, 400, FILTER_INVALID",
    "/api/v1/donations?limit=-1, 400, FILTER_INVALID",
    "/api/v1/donations?limit=99999999999999999999, 400, FILTER_INVALID",
    "/api/v1/donations?limit=1&limit=2, 400, FILTER_INVALID",
    "/api/v1/donations?colour=red, 400, FILTER_INVALID",
    "/api/v1/donations?fund=%00, 400, FILTER_INVALID",
    "/api/v1/donations?fund=%FF, 400, FILTER_INVALID",
    "/api/v1/donations?fund=%C3, 400, FILTER_INVALID",
    "/api/v1/donations?%C3%28=1, 400, FILTER_INVALID",
    "/api/v1/donations?from=2026-02-30, 400, FILTER_INVALID",
    "/api/v1/donations?from=0000-01-01, 400, FILTER_INVALID",
    "/api/v1/donations?to=yesterday, 400, FILTER_INVALID",
    "/api/v1/donations?minAmount=1, 400, FILTER_INVALID",
    "/api/v1/donations?unit=RUB&minAmount=1e3, 400, FILTER_INVALID",
    "/api/v1/donations?unit=RUB&minAmount=999999999999999, 400, FILTER_INVALID",
    "/api/v1/donations?unit=QQQ, 400, FILTER_INVALID",
    "/api/v1/donations?order=up, 400, FILTER_INVALID",
    "/api/v1/donations?sort=size, 400, FILTER_INVALID",
    "/api/v1/donations?sort=amount, 400, FILTER_INVALID",
    "/api/v1/donations?grant=g, 400, FILTER_INVALID",
    "/api/v1/donations?q=%00, 400, FILTER_INVALID",
    "/api/v1/donations?kind=grant, 400, FILTER_INVALID",
    "/api/v1/entries?kind=gift, 400, FILTER_INVALID",
    "/api/v1/donations.csv?limit=5, 400, FILTER_INVALID",
    "/api/v1/donations?after=AAAA, 400, CURSOR_INVALID",
    "/api/v1/donations?at=1000000, 400, AT_INVALID",
    "/api/v1/donations?at=-1, 400, AT_INVALID",
    "/api/v1/totals?at=99999999999999999999, 400, AT_INVALID",
    "/api/v1/status?at=1, 400, AT_NOT_OFFERED",
    "/openapi.json?at=1, 400, AT_NOT_OFFERED",
    "/api/v1/funds/a~2, 400, KEY_INVALID",
    "/api/v1/funds/a~41, 400, KEY_INVALID",
    "/api/v1/funds/~FF, 400, KEY_INVALID",
    "/api/v1/funds/~00, 404, NOT_FOUND",
    "/api/v1/funds/nowhere, 404, NOT_FOUND",
    "/api/v1/entries/999999999, 404, NOT_FOUND",
    "/api/v1/entries/99999999999999999999, 404, NOT_FOUND",
    "/api/v1/gifts, 404, NOT_FOUND"
  })
  void badQuestionsAreRefusedWithACode(String path, int status, String code) throws Exception {
    HttpResponse<String> answer = get(path);

    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(parse(answer.body()).get("code").asString()).isEqualTo(code);
  }

  @ParameterizedTest
  @ValueSource(ints = {600, 6_000})
  void overlongValuesAreRefused(int length) throws Exception {
    assertThat(get("/api/v1/donations?fund=" + "x".repeat(length)).statusCode()).isEqualTo(400);
    assertThat(get("/api/v1/funds/" + "x".repeat(length)).statusCode()).isBetween(400, 499);
  }

  @Test
  void theDescriptionHasExactlyTheAddressesThatAreAnswered() throws Exception {
    JsonNode paths = json("/openapi.json").get("paths");
    Set<String> expected = new HashSet<>();
    service
        .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
        .getHandlerMethods()
        .forEach((mapping, method) -> {
          if (method.getBeanType().getPackage().equals(ReadController.class.getPackage())) {
            mapping.getPatternValues().forEach(path -> expected.addAll(spelledOut(path)));
          }
        });

    assertThat(new HashSet<>(paths.propertyNames())).isEqualTo(expected);
    for (String path : paths.propertyNames()) {
      boolean asksForMore =
          paths
              .get(path)
              .get("get")
              .path("parameters")
              .valueStream()
              .anyMatch(parameter -> parameter.path("required").asBoolean(false));
      if (!asksForMore) {
        assertThat(get(path).statusCode()).as(path).isEqualTo(200);
      }
    }
  }

  @Test
  void everyReferenceOfTheDescriptionLeadsSomewhere() throws Exception {
    JsonNode api = json("/openapi.json");
    for (JsonNode reference : api.findValues("$ref")) {
      assertThat(api.at(reference.asString().substring(1)).isMissingNode()).isFalse();
    }
  }

  private static Set<String> spelledOut(String pattern) {
    if (!pattern.contains("{plural}")) {
      return Set.of(pattern);
    }
    Set<String> paths = new HashSet<>();
    List<String> words = new ArrayList<>(List.of("entries"));
    for (Kind kind : Kind.values()) {
      words.add(kind.plural());
    }
    for (String word : words) {
      paths.add(pattern.replace("{plural}", word));
      if (pattern.endsWith("{plural}")) {
        paths.add(pattern.replace("{plural}", word) + ".csv");
      }
    }
    return paths;
  }

  private static List<JsonNode> all(String path) throws Exception {
    List<JsonNode> items = new ArrayList<>();
    JsonNode page = json(path);
    page.get("items").forEach(items::add);
    while (page.get("next").isString()) {
      page = json(path + "&after=" + page.get("next").asString());
      page.get("items").forEach(items::add);
    }
    return items;
  }

  private static JsonNode json(String path) throws Exception {
    HttpResponse<String> answer = get(path);
    assertThat(answer.statusCode()).as(path + ' ' + answer.body()).isEqualTo(200);
    return parse(answer.body());
  }

  private static JsonNode parse(String json) {
    return JsonMapper.shared().readTree(json);
  }

  private static HttpResponse<String> get(String path, String... headers) throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
  }

  /** Rows of RFC 4180. */
  private static List<List<String>> csv(String text) {
    List<List<String>> rows = new ArrayList<>();
    List<String> row = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quoted && c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
        cell.append(c);
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (quoted || (c != ',' && c != '\r' && c != '\n')) {
        cell.append(c);
      } else if (c != '\r') {
        row.add(cell.toString());
        cell.setLength(0);
        if (c == '\n') {
          rows.add(row);
          row = new ArrayList<>();
        }
      }
    }
    return rows;
  }
}
