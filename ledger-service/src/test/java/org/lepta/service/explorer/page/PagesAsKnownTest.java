package org.lepta.service.explorer.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lepta.service.explorer.page.PageEntries.FUND;
import static org.lepta.service.explorer.page.PageEntries.GRANTEE;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lepta.ledger.entry.Entry;
import org.lepta.ledger.entry.FundMode;
import org.lepta.service.ServiceApplication;
import org.lepta.service.indexing.Indexer;
import org.lepta.service.indexing.read.Index;
import org.lepta.service.ledger.embedded.EmbeddedLedger;
import org.lepta.service.ledger.recording.Recorder;
import org.lepta.service.testing.RandomEntries;
import org.lepta.service.testing.Samples;
import org.lepta.service.testing.TestDatabase;
import org.lepta.service.transparency.TextStore;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** What a page said when the log had some size, it says for ever under {@code at}. */
final class PagesAsKnownTest {

  private static final List<String> PAGES =
      List.of(
          "/en/funds",
          "/ru/grants",
          "/en/donations?unit=RUB&minAmount=1",
          "/en/disbursements",
          "/en/corrections",
          "/en/entries",
          "/en/funds/water~2Fnorth",
          "/ru/funds/reported",
          "/en/funds/m1",
          "/en/funds/m2",
          "/en/funds/r1",
          "/ru/organisations/" + Samples.KEEPER,
          "/en/organisations/" + GRANTEE,
          "/en/grants/g1?fund=water%2Fnorth",
          "/en/donations/d1?fund=water%2Fnorth",
          "/ru/donations/d2?fund=water%2Fnorth",
          "/en/entries/9",
          "/en/",
          "/en/exceptions",
          "/ru/exceptions?rule=withoutEvidence",
          "/en/exceptions?rule=conflicting",
          "/en/flows",
          "/en/flows?fund=m1",
          "/en/flows?unit=RUB&mode=managed&side=paid",
          "/ru/analytics?fund=m2");

  private static final List<String> EXCEPTIONS =
      List.of(
          "/api/v1/exceptions",
          "/api/v1/exceptions/late?limit=20",
          "/api/v1/exceptions/withoutEvidence");

  private static final String PAYMENT_CONFIRMED = "/en/disbursements?fund=water%2Fnorth";

  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.empty();

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @TempDir static Path data;
  private static ConfigurableApplicationContext service;
  private static String base;
  private static long size;
  private static final Map<String, String> SAID = new LinkedHashMap<>();

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
    TextStore texts = service.getBean(TextStore.class);
    RandomEntries chance = new RandomEntries(11);
    record(
        PageEntries.organisation(texts, GRANTEE, "Grantee", "en"),
        Samples.fund(FUND, Samples.KEEPER, FundMode.MANAGED),
        Samples.fund("reported", Samples.KEEPER, FundMode.REPORTED));
    record(Samples.donation("d1", FUND, "1000"), Samples.donation("d2", FUND, "500.25"));
    record(Samples.grant("g1", FUND, "700"), PageEntries.reportedGrant());
    record(PageEntries.payment(), PageEntries.fee("f1", "d1", "1"));
    record(RandomEntries.registered().toArray(Entry[]::new));
    record(chance.next(150));
    size = service.getBean(Index.class).size();
    for (String page : PAGES) {
      SAID.put(page, figures(body(page)));
    }
    for (String read : EXCEPTIONS) {
      SAID.put(read, body(read));
    }
    SAID.put(PAYMENT_CONFIRMED, figures(body(PAYMENT_CONFIRMED)));
    record(PageEntries.correction(), PageEntries.confirmation());
    record(Samples.donation("d3", FUND, "31"), PageEntries.payment("p2", "40"));
    record(Samples.fund("later", Samples.KEEPER, FundMode.MANAGED));
    record(chance.next(150));
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  static List<String> pages() {
    return PAGES;
  }

  @ParameterizedTest
  @MethodSource("pages")
  void aPageOfAnEarlierSizeIsThePageOfThen(String page) throws Exception {
    String then = body(at(page));

    assertThat(figures(then)).isEqualTo(SAID.get(page));
    assertThat(then).containsAnyOf("As known when the log had", "Как было известно");
  }

  @Test
  void theApiTellsWhatStoodOutThen() throws Exception {
    for (String read : EXCEPTIONS) {
      assertThat(body(at(read))).isEqualTo(SAID.get(read)).isNotEqualTo(body(read));
    }
    assertThat(get("/api/v1/exceptions?at=99999999").body()).contains("AT_INVALID");
  }

  @Test
  void aConfirmationThatCameLaterIsNotInTheListOfThen() throws Exception {
    assertThat(figures(body(PAYMENT_CONFIRMED))).isNotEqualTo(SAID.get(PAYMENT_CONFIRMED));
    assertThat(body(PAYMENT_CONFIRMED)).contains("Confirmed by recipient");
    assertThat(body(at(PAYMENT_CONFIRMED))).doesNotContain("Confirmed by recipient");
  }

  @Test
  void theOverviewOfThenHasTheFiguresOfThen() throws Exception {
    int gifts = 9;
    assertThat(body("/en/?at=" + gifts))
        .contains("₽1,500.25", "As known when the log had " + gifts + " entries");
  }

  @Test
  void theCorrectionsSinceAreNamedWhereTheyMatterAndNowhereElse() throws Exception {
    String nothing = "Nothing on this page was corrected since then.";

    assertThat(body(at("/en/donations/d2?fund=water%2Fnorth")))
        .contains("Corrections recorded since then", "wrong-amount");
    assertThat(body(at("/en/funds/water~2Fnorth"))).contains("wrong-amount");
    assertThat(body(at("/en/donations/d1?fund=water%2Fnorth"))).contains(nothing);
    assertThat(body("/en/donations/d2?fund=water%2Fnorth")).doesNotContain(nothing, "since then");
  }

  @Test
  void linksOfAnEarlierPageStayAtItsSize() throws Exception {
    String then = body(at("/en/funds/water~2Fnorth"));

    assertThat(then)
        .contains(
            "/en/grants?fund=water%2Fnorth&amp;at=" + size,
            "/en/flows?fund=water%2Fnorth&amp;at=" + size,
            "/en/entries.csv?fund=water%2Fnorth&amp;at=" + size);
    assertThat(then).contains("href=\"/ru/funds/water~2Fnorth?at=" + size + "\"");
    assertThat(then).contains("href=\"/en/funds/water~2Fnorth\"");
  }

  @Test
  void theListOfWhatCameSinceAnEarlierSizeHasNothingOfBefore() throws Exception {
    String since = body("/en/donations?fund=water%2Fnorth&since=" + size);

    assertThat(since).contains("₽31.00", "Recorded since entry").doesNotContain("₽1,000.00");
    assertThat(body("/api/v1/donations?fund=water%2Fnorth&since=" + size))
        .contains("\"d3\"")
        .doesNotContain("\"d1\"");
    assertThat(body("/api/v1/donations.csv?fund=water%2Fnorth&since=" + size).lines()).hasSize(2);
  }

  @Test
  void theTableOfAnEarlierListIsThatList() throws Exception {
    HttpResponse<String> csv = get("/en/donations.csv?fund=water%2Fnorth&at=" + size);

    assertThat(csv.headers().firstValue("Location"))
        .hasValue("/api/v1/donations.csv?fund=water%2Fnorth&at=" + size);
    assertThat(body("/api/v1/donations.csv?fund=water%2Fnorth&at=" + size).lines()).hasSize(3);
  }

  /** What a page says, without how old it is and without the size in its addresses. */
  private static String figures(String page) {
    String said = page.substring(page.indexOf("<h1"), page.indexOf("</main>"));
    return said.replaceAll("(?s)<p class=\"fresh\">.*?</p>", "")
        .replaceAll("(?s)<ol class=\"life\">.*?</ol>", "")
        .replaceAll("<input type=\"hidden\" name=\"at\"[^>]*>", "")
        .replaceAll("(\\?|&amp;)(at=[0-9]+|after=[A-Za-z0-9_-]+)", "")
        .replaceAll("\\s+", " ");
  }

  private static String at(String page) {
    return page + (page.contains("?") ? "&" : "?") + "at=" + size;
  }

  private static String body(String path) throws Exception {
    HttpResponse<String> page = get(path);
    assertThat(page.statusCode()).as(path).isEqualTo(200);
    return page.body();
  }

  private static HttpResponse<String> get(String path) throws Exception {
    return HTTP.send(
        HttpRequest.newBuilder(URI.create(base + path)).build(),
        HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
  }

  private static void record(Entry... entries) throws Exception {
    service.getBean(Recorder.class).record(Samples.KEEPER, List.of(entries));
    long newest = service.getBean(EmbeddedLedger.class).height() - 1;
    assertThat(service.getBean(Indexer.class).awaitBlock(newest, Duration.ofSeconds(60))).isTrue();
  }
}
