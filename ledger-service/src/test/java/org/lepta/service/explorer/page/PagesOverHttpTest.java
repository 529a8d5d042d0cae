package org.lepta.service.explorer.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lepta.service.explorer.page.PageEntries.FUND;
import static org.lepta.service.explorer.page.PageEntries.GRANTEE;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lepta.ledger.entry.Entry;
import org.lepta.ledger.entry.FundMode;
import org.lepta.ledger.entry.Kind;
import org.lepta.service.ServiceApplication;
import org.lepta.service.indexing.Indexer;
import org.lepta.service.kernel.Sha256;
import org.lepta.service.ledger.embedded.EmbeddedLedger;
import org.lepta.service.ledger.recording.RecordResult;
import org.lepta.service.ledger.recording.Recorder;
import org.lepta.service.testing.RandomEntries;
import org.lepta.service.testing.Samples;
import org.lepta.service.testing.TestDatabase;
import org.lepta.service.transparency.TextStore;
import org.lepta.ui.Assets;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The pages as a browser gets them. */
final class PagesOverHttpTest {

  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.empty();

  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final String FUND_KEY = "water~2Fnorth";
  private static final String HOSTILE = "<script>alert(1)</script>";

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
                "--lepta.operator-name=Keepers of Water",
                "--lepta.database.url=" + DATABASE.settings().url(),
                "--lepta.database.user=" + DATABASE.settings().user(),
                "--lepta.database.password=" + DATABASE.settings().password());
    base = "http://127.0.0.1:" + service.getEnvironment().getProperty("local.server.port");
    TextStore texts = service.getBean(TextStore.class);
    record(
        PageEntries.organisation(texts, GRANTEE, HOSTILE, "en"),
        PageEntries.named(
            texts, Samples.fund(FUND, Samples.KEEPER, FundMode.MANAGED), "Clean water", "en"),
        Samples.fund("reported", Samples.KEEPER, FundMode.REPORTED));
    record(
        Samples.donation("d1", FUND, "1000"),
        Samples.donation("d2", FUND, "500.25"),
        PageEntries.stated("XI-TEST-OTHER", "d1", "reported", "77.5"));
    record(
        PageEntries.titled(texts, Samples.grant("g1", FUND, "700"), "Колодцы Севера", "Wells"),
        PageEntries.reportedGrant());
    record(PageEntries.payment(), PageEntries.correction());
    record(PageEntries.fee("f1", "d1", "1"), PageEntries.fee("f2", "d2", "2.5"));
    record(RandomEntries.registered().toArray(Entry[]::new));
    record(new RandomEntries(7).next(150));
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @Test
  void everyPageAnswersInBothLanguagesWithOneHeading() throws Exception {
    List<String> paths =
        new ArrayList<>(
            List.of(
                "/",
                "/entries",
                "/flows",
                "/analytics",
                "/exceptions",
                "/changes",
                "/changes?before=2100-01-01",
                "/search",
                "/search?q=1000"));
    for (Kind kind : Kind.values()) {
      paths.add("/" + kind.plural());
    }
    paths.addAll(
        List.of(
            "/funds/" + FUND_KEY,
            "/funds/reported",
            "/organisations/" + Samples.KEEPER,
            "/organisations/" + GRANTEE,
            "/grants/g1",
            "/donations/d1",
            "/flows?fund=water%2Fnorth",
            "/flows?organisation=" + Samples.KEEPER + "&unit=EUR",
            "/flows?fund=water%2Fnorth&unit=RUB&mode=managed&side=paid",
            "/analytics?fund=reported",
            "/exceptions?rule=withoutEvidence",
            "/exceptions?rule=conflicting",
            "/grants?fund=" + "water%2Fnorth&unit=RUB&minAmount=1&from=2026-01-01&to=2027-01-01"));
    for (int leaf = 0; leaf < 60; leaf++) {
      paths.add("/entries/" + leaf);
    }
    for (String path : paths) {
      for (String language : List.of("/ru", "/en")) {
        HttpResponse<String> page = get(language + path);

        assertThat(page.statusCode()).as(language + path).isEqualTo(200);
        assertThat(count(page.body(), "<h1")).as(language + path).isEqualTo(1);
        assertThat(page.body()).contains("<html lang=\"" + language.substring(1) + "\">");
        assertThat(page.body()).doesNotContain("<script");
        assertThat(page.headers().firstValue("Content-Security-Policy")).isPresent();
        assertThat(page.headers().firstValue("ETag").orElseThrow()).startsWith("W/\"");
      }
    }
  }

  @Test
  void everyLinkOfAPageLeadsSomewhere() throws Exception {
    List<String> seen = new ArrayList<>();
    for (String page :
        List.of("/en/", "/en/funds/" + FUND_KEY, "/en/grants/g1", "/en/donations/d1")) {
      Matcher links = Pattern.compile("href=\"(/[^\"]*)\"").matcher(get(page).body());
      while (links.find()) {
        String link = links.group(1).replace("&amp;", "&");
        if (!seen.contains(link)) {
          seen.add(link);
          assertThat(get(link).statusCode()).as(page + " -> " + link).isIn(200, 302);
        }
      }
    }
    assertThat(seen).hasSizeGreaterThan(20);
  }

  @Test
  void fundShowsWhatCameInWhatWentOutAndWhatIsLeft() throws Exception {
    String page = get("/en/funds/" + FUND_KEY).body();

    assertThat(page).contains("Clean water", "Keepers of Water");
    assertThat(row(page, "Donations")).isEqualTo("₽1,500.00");
    assertThat(row(page, "Outstanding on grants")).isEqualTo("₽700.00");
    assertThat(row(page, "Disbursed")).isEqualTo("₽300.00");
    assertThat(row(page, "Free")).isEqualTo("₽496.50");
    assertThat(page).contains("The equation holds to the last digit.");
    assertThat(page).contains("wrong-amount").doesNotContain("What the other side states");
    assertThat(get("/ru/funds/" + FUND_KEY).body()).contains("1\u00a0500,00\u00a0₽", "Равенство");
  }

  @Test
  void donationShowsItsTrail() throws Exception {
    String page = get("/en/donations/d1?fund=water%2Fnorth").body();

    assertThat(page).contains("₽1,000.00", "Used: 30.4% of this donation");
    assertThat(page).contains("₽300.00 paid out.", "Still waiting in the fund: ₽696.50.");
    assertThat(page).contains("Stated by", "Recorded by", "Keepers of Water");
  }

  @Test
  void donationShowsItsFundsRuleAndTheOtherOneOnRequest() throws Exception {
    String declared = get("/en/donations/d1?fund=water%2Fnorth").body();
    String other = get("/en/donations/d1?fund=water%2Fnorth&lens=proportional").body();

    assertThat(declared)
        .contains("<li aria-current=\"true\"><b>First in, first out (the fund’s rule)</b></li>")
        .contains("<a href=\"/en/donations/d1?fund=water%2Fnorth&amp;lens=proportional\">")
        .doesNotContain("provisional", "declares another rule");
    assertThat(other)
        .contains("<li aria-current=\"true\"><b>Proportional by month</b></li>")
        .contains("The fund itself declares another rule: First in, first out.")
        .contains("The passport holds the trail by the rule “First in, first out”, not this one.")
        .contains("calculated share", "on are provisional");
    assertThat(get("/en/donations/d1?fund=water%2Fnorth&lens=earmarked").body())
        .contains("LENS_UNAVAILABLE");
    assertThat(get("/en/donations/d1?lens=lifo").body()).contains("LENS_INVALID");
  }

  @Test
  void paymentShowsWhatItWasPaidFrom() throws Exception {
    String entry = get("/en/disbursements/p1").headers().firstValue("Location").orElseThrow();

    assertThat(get(entry).body())
        .contains("<h2>Paid from</h2>", "<data class=\"money\" value=\"300 RUB\">", "1\u00a0gift");
    assertThat(get(entry.replace("/en/", "/ru/")).body())
        .contains("Из чего оплачено", "1\u00a0пожертвование");
  }

  @Test
  void feesInARowAreOneStepOfATrail() throws Exception {
    String page = get("/en/donations/d1?fund=water%2Fnorth").body();

    assertThat(page).contains("Fees, 2\u00a0entries, ₽3.50 together.");
    assertThat(page).contains("/en/fees?fund=water%2Fnorth&amp;from=2026-03-01&amp;to=2026-03-02");
    assertThat(count(page, "Fee of ")).isZero();
  }

  @Test
  void idOfSeveralStatementsShowsTheNewestAndLinksTheOthers() throws Exception {
    String newest = get("/en/donations/d1").body();
    String chosen = get("/en/donations/d1?fund=water%2Fnorth").body();

    assertThat(newest).contains("₽77.50", "The same identifier also names:");
    assertThat(chosen).contains("<data class=\"money\" value=\"1000 RUB\">");
    assertThat(get("/en/donations/d1?fund=elsewhere").statusCode()).isEqualTo(404);
  }

  @Test
  void whatAListIsNarrowedDownToStandsAboveItInWords() throws Exception {
    String ofYear = get("/en/grants?unit=RUB&from=2026-01-01&to=2027-01-01").body();
    String ofDays = get("/ru/donations?from=2026-01-01&to=2026-03-01&recipient=" + GRANTEE).body();

    assertThat(ofYear)
        .contains("<span>Year: <bdi>2026</bdi></span><a href=\"/en/grants?unit=RUB\"")
        .contains("<a href=\"/en/grants?from=2026-01-01&amp;to=2027-01-01\"")
        .doesNotContain("From date: ", "Before date: ");
    assertThat(ofDays)
        .contains("<span>С даты: <bdi>1 января 2026 г.</bdi></span>")
        .contains("<span>До даты (не включая): <bdi>1 марта 2026 г.</bdi></span>")
        .contains("<span>Другая сторона: <bdi>");
    assertThat(get("/ru/grants?recipient=" + GRANTEE).body()).contains("<span>Получатель: <bdi>");
  }

  @Test
  void grantShowsWhatIsPromisedAndPaid() throws Exception {
    String page = get("/en/grants/g1?fund=water%2Fnorth").body();

    assertThat(page).contains("₽700.00", "Paid of awarded: 42.9%", "&lt;script&gt;");
    assertThat(get("/en/grants/g1?fund=reported").body())
        .contains("The publisher states no payments under this grant.");
  }

  @Test
  void entryShowsItsExactBytesAndItsFlags() throws Exception {
    HttpResponse<String> moved = get("/en/disbursements/p1");
    assertThat(moved.statusCode()).isEqualTo(302);

    String page = get(moved.headers().firstValue("Location").orElseThrow()).body();

    assertThat(page).contains("The money left without a release.", "disbursement:p1");
    assertThat(page).contains("G:held · g1", "+₽300.00", "\"kind\":\"disbursement\"");
  }

  @Test
  void aFundsFeedBadgeAndPictureAreThereForOtherSites() throws Exception {
    String fund = "/en/funds/" + FUND_KEY;
    HttpResponse<String> feed = get(fund + "/feed.atom");
    HttpResponse<String> badge = get(fund + "/badge.svg");
    HttpResponse<String> embed = get(fund + "/embed");

    assertThat(feed.headers().firstValue("Content-Type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("application/atom+xml"));
    assertThat(feed.body())
        .contains("<title>Clean water</title>", "href=\"/en/entries/", "<author><name>");
    assertThat(badge.headers().firstValue("Content-Type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("image/svg+xml"));
    assertThat(badge.body()).startsWith("<svg ").contains("Clean water: paid out");
    assertThat(embed.headers().firstValue("Content-Security-Policy").orElseThrow())
        .contains("frame-ancestors *")
        .doesNotContain("frame-ancestors 'none'");
    assertThat(embed.body()).contains("<svg class=\"flow\"").doesNotContain("<script");
    assertThat(get("/ru/organisations/" + Samples.KEEPER + "/feed.atom").statusCode())
        .isEqualTo(200);
    for (String file : List.of("/feed.atom", "/badge.svg", "/embed")) {
      assertThat(get("/en/funds/none" + file).statusCode()).isEqualTo(404);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/funds/" + FUND_KEY, "/organisations/" + GRANTEE, "/grants/g1"})
  void aPageNamesThePictureForLinksToItByAnAbsoluteAddress(String path) throws Exception {
    for (String language : List.of("/ru", "/en")) {
      String page = get(language + path).body();
      String address = found("property=\"og:image\" content=\"([^\"]+)\"", page);
      HttpResponse<byte[]> card = bytes(address.substring(base.length()));

      assertThat(page).contains("property=\"og:url\" content=\"" + base + language + path);
      assertThat(address).startsWith(base + language).endsWith("/card.png");
      assertThat(card.headers().firstValue("Content-Type")).hasValue("image/png");
      BufferedImage picture = ImageIO.read(new ByteArrayInputStream(card.body()));
      assertThat(picture.getWidth()).isEqualTo(1200);
      assertThat(picture.getHeight()).isEqualTo(630);
    }
  }

  @Test
  void aPictureForLinksIsTaggedLikeAPageAndRefusedLikeOne() throws Exception {
    String card = "/en/donations/d1/card.png?fund=water%2Fnorth";
    HttpResponse<byte[]> first = bytes(card);
    String tag = first.headers().firstValue("ETag").orElseThrow();

    assertThat(first.headers().firstValue("Cache-Control")).hasValue("no-cache");
    assertThat(send(request(card).header("If-None-Match", tag)).statusCode()).isEqualTo(304);
    assertThat(bytes("/en/donations/d1/card.png").body()).isNotEqualTo(first.body());
    for (String list : List.of("funds", "organisations", "grants", "donations")) {
      assertThat(get("/en/" + list + "/none/card.png").statusCode()).as(list).isEqualTo(404);
    }
    assertThat(get("/en/funds/" + FUND_KEY + "/card.png?at=3").statusCode()).isEqualTo(400);
    assertThat(get("/en/funds").body()).contains("og:url").doesNotContain("og:image");
  }

  @Test
  void aDayTellsWhatItBroughtAndWhatItChanges() throws Exception {
    String list = get("/en/changes").body();
    String day = found("/en/changes/([0-9]{4}-[0-9]{2}-[0-9]{2})\"", list);
    String page = get("/en/changes/" + day).body();
    String feed = get("/ru/changes/feed.atom").body();
    String json = get("/api/v1/changes?from=2000-01-01").body();
    String changes = get("/api/v1/changes/" + day).body();
    String size = found("\"size\":([0-9]+)", json);

    assertThat(page).contains("What changed on", "href=\"/en/?at=" + size + "\"");
    assertThat(page).contains("\u2212₽0.25", "href=\"/en/changes/" + day + "\"");
    assertThat(feed).contains("urn:lepta:day:" + day, "href=\"/ru/changes/" + day + "\"");
    assertThat(json).contains("\"day\":\"" + day + "\"", "\"kind\":\"donation\"", "\"next\":null");
    assertThat(changes).contains("\"measure\":\"donated\"", "\"recordedOn\":\"" + day + "\"");
    assertThat(get("/en/?at=" + size).statusCode()).isEqualTo(200);
    assertThat(get("/api/v1/changes/1999-01-01").statusCode()).isEqualTo(404);
    assertThat(get("/api/v1/changes/2026-02-30").statusCode()).isEqualTo(400);
    assertThat(get("/api/v1/changes?from=x").statusCode()).isEqualTo(400);
    assertThat(location("/changes/" + day, "ru")).isEqualTo("/ru/changes/" + day);
  }

  @Test
  void aListSaysHowManyEntriesEachChoiceLeaves() throws Exception {
    String gifts = get("/en/donations?fund=water%2Fnorth").body();
    String all = get("/en/entries?fund=water%2Fnorth&unit=RUB").body();

    assertThat(all)
        .contains("/en/donations?fund=water%2Fnorth&amp;unit=RUB\">Donations <span>2</span>")
        .contains("/en/fees?fund=water%2Fnorth&amp;unit=RUB\">Fees <span>2</span>");
    assertThat(gifts).contains("/api/v1/donations?fund=water%2Fnorth\">The same as JSON");
  }

  @Test
  void aListIsNarrowedDownByNamesAndSaysWhatIsChosenByName() throws Exception {
    String all = get("/en/donations").body();
    String ofOne = get("/en/donations?fund=water%2Fnorth").body();
    String choice = "href=\"/en/donations?fund=water%2Fnorth\">Clean water <span>2</span>";

    assertThat(all).contains("<p>Fund</p>").contains(choice);
    assertThat(ofOne)
        .contains("<span>Fund: <bdi>Clean water</bdi></span>")
        .contains("href=\"/en/donations\" aria-current=\"true\">Clean water <span>2</span>");
    assertThat(get("/en/grants?fund=water%2Fnorth&grant=g1").body())
        .contains("href=\"/en/grants?fund=reported\">reported <span>1</span>");
    assertThat(get("/en/donations?fund=none").body()).contains("<bdi>none</bdi>");
  }

  @Test
  void aListTurnsRoundAndBack() throws Exception {
    String oldest = get("/en/donations?fund=water%2Fnorth&order=asc").body();

    assertThat(oldest.indexOf("₽1,000.00")).isLessThan(oldest.indexOf("₽500.25")).isPositive();
    assertThat(oldest).contains("/en/donations?fund=water%2Fnorth\"><bdi>Newest first");
    assertThat(get("/en/donations?order=up").statusCode()).isEqualTo(400);
  }

  @Test
  void theHeadsOfATableSortIt() throws Exception {
    String list = get("/en/donations?fund=water%2Fnorth").body();
    String least = get("/en/donations?fund=water%2Fnorth&unit=RUB&sort=amount&order=asc").body();

    assertThat(list)
        .contains("href=\"/en/donations?fund=water%2Fnorth&amp;sort=date\"")
        .doesNotContain("aria-sort")
        .doesNotContain("sort=amount");
    assertThat(least.indexOf("₽500.25")).isLessThan(least.indexOf("₽1,000.00")).isPositive();
    assertThat(least)
        .contains("aria-sort=\"ascending\"")
        .contains(
            "href=\"/en/donations?fund=water%2Fnorth&amp;unit=RUB&amp;sort=amount\"><bdi>Greatest")
        .contains("/donations.csv?fund=water%2Fnorth&amp;unit=RUB&amp;sort=amount&amp;order=asc");
    assertThat(get("/en/donations?sort=amount").statusCode()).isEqualTo(400);
    assertThat(get("/en/donations?sort=size").statusCode()).isEqualTo(400);
  }

  @Test
  void aFlowPictureOfThenStaysAsItWas() throws Exception {
    String now = get("/en/flows?fund=water%2Fnorth").body();
    Matcher leaf =
        Pattern.compile("\"leafIndex\":([0-9]+)").matcher(get("/api/v1/grants/g1").body());
    assertThat(leaf.find()).isTrue();
    String size = leaf.group(1);
    String then = get("/en/flows?fund=water%2Fnorth&at=" + size).body();

    assertThat(now).contains("Permanent link").doesNotContain("As known when");
    assertThat(then).contains("As known when the log had " + size + " entries", "Show what");
    assertThat(then).contains("₽1,500.25").doesNotContain("Promised, not yet paid");
    assertThat(get("/en/analytics?at=" + size).body()).contains("As known when the log had");
  }

  @Test
  void aHostileNameStaysTextInAFeed() throws Exception {
    assertThat(get("/en/organisations/" + GRANTEE + "/feed.atom").body())
        .contains("&lt;script>alert(1)&lt;/script>")
        .doesNotContain(HOSTILE);
  }

  @Test
  void correctedEntryNamesItsCorrection() throws Exception {
    String page = get("/en/donations/d2").body();

    assertThat(page).contains("Corrected by a later entry", "Corrected by:");
  }

  @ParameterizedTest
  @CsvSource({
    "/en/funds/none,404",
    "/ru/organisations/none,404",
    "/en/grants/none,404",
    "/en/donations/none,404",
    "/en/entries/999999,404",
    "/en/entries/-1,404",
    "/en/entries/1e3,404",
    "/en/entries/99999999999999999999,404",
    "/en/nothing,404",
    "/en/nothing/here/at/all,404",
    "/en/nothing.csv,404",
    "/en/devices/none,404",
    "/en/funds/~00,404",
    "/en/funds/~zz,400",
    "/en/funds/a~41,400",
    "/en/funds/%C3%BC,400",
    "/en/donations/%3Cscript%3E,400",
    "/en/donations/%27%20OR%201=1,400",
    "/en/donations?after=x,400",
    "/en/donations?after=AAAAAAAAAAAAAAAAAAAAAAAA,400",
    "/en/donations?unit=%3Cb%3E,400",
    "/en/donations?from=2026-02-30,400",
    "/en/donations?minAmount=1,400",
    "/en/donations?unit=RUB&minAmount=1e9,400",
    "/en/donations?fund=a&fund=b,400",
    "/en/donations?fund=%00,400",
    "/en/grants?at=-3,400",
    "/en/grants?at=99999999,400",
    "/en/grants?since=x,400",
    "/en/grants/g1?at=1,404",
    "/en/donations/d1?at=1,404",
    "/en/funds/water~2Fnorth?at=1,404",
    "/en/entries/7?at=7,404",
    "/en/flows?at=x,400",
    "/en/flows?at=99999999,400",
    "/en/flows?fund=water%2Fnorth&at=1,404",
    "/en/flows?fund=none,404",
    "/en/flows?unit=none,400",
    "/en/flows?side=paid,400",
    "/en/flows?unit=RUB&side=sideways,400",
    "/en/flows?unit=RUB&side=paid&after=x,400",
    "/en/analytics?organisation=none,404",
    "/en/exceptions?rule=none,400",
    "/en/exceptions?rule=late&after=x,400",
    "/en/exceptions?rule=conflicting&after=x,400",
    "/en/exceptions?rule=conflicting&after=R0JQ.eA.eA.eA.eA,400",
    "/en/recount?fund=water%2Fnorth&unit=RUB&figure=donated,400",
    "/en/recount?fund=none&unit=RUB&figure=donated&at=3,404",
    "/en/recount?fund=water%2Fnorth&unit=RUB&figure=donated&at=99999999,400",
    "/en/grants?grant=g1,400",
    "/en/changes?before=2026-02-30,400",
    "/en/changes?before=x,400",
    "/en/changes?at=3,400",
    "/en/changes/2026-02-30,400",
    "/en/changes/0000-01-01,400",
    "/en/changes/1999-01-01,404",
    "/en/changes/nothing,404",
    "/en/changes/1999-01-01?from=x,400"
  })
  void whatCannotBeShownIsAPageThatSaysSo(String path, int status) throws Exception {
    HttpResponse<String> page = get(path);

    assertThat(page.statusCode()).isEqualTo(status);
    assertThat(page.headers().firstValue("Content-Type")).hasValue("text/html;charset=UTF-8");
    assertThat(count(page.body(), "<h1")).isEqualTo(1);
    assertThat(page.body()).doesNotContain("java.", "<script", "\tat ");
  }

  @Test
  void aGrantIsFoundByItsTitleAndShownInTheReadersLanguage() throws Exception {
    String search = get("/en/search?q=" + Query.encoded("колодц")).body();
    String list = found("href=\"(/en/grants\\?q=[^\"]+)\"", search);

    assertThat(search)
        .contains("Grants that are titled so", ">Wells</bdi>")
        .doesNotContain("Колодцы");
    assertThat(get(list).body()).contains(">Wells</bdi>").doesNotContain("Колодцы");
    assertThat(get("/ru/grants?q=wells").body()).contains(">Колодцы Севера</bdi>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/en/search?q=d1", "/ru/about", "/en/verify"})
  void pagesOfNowOnlyRefuseAnEarlierSize(String path) throws Exception {
    HttpResponse<String> page = get(path + (path.contains("?") ? "&" : "?") + "at=3");

    assertThat(page.statusCode()).isEqualTo(400);
    assertThat(page.body()).contains("AT_NOT_OFFERED");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/en/funds/a%2Fb", "/en/funds/..%2f..%2fetc", "/en/funds/%5c", "/en/%00"})
  void pathsThatTheServerRefusesAreNeverAServerError(String path) throws Exception {
    HttpResponse<String> page = get(path);

    assertThat(page.statusCode()).isIn(400, 404);
    assertThat(page.body()).doesNotContain("Exception");
  }

  @Test
  void verifierIsHandedOutAsTheFileWhoseHashStandsInTheLog() throws Exception {
    HttpResponse<String> page = get("/en/verify");
    String script = found("<script src=\"([^\"]+)\" type=\"module\">", page.body());
    String entry = found("<dd>\\s*<a href=\"/en/entries/([0-9]+)\"", page.body());
    HttpResponse<String> file = get("/verify/lepta-verify.html");
    String sha256 = Sha256.digest(file.body().getBytes(StandardCharsets.UTF_8)).hex();

    assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
        .contains("script-src 'self'", "connect-src 'self'")
        .doesNotContain("unsafe");
    assertThat(get(script).statusCode()).isEqualTo(200);
    assertThat(get(script.replace("verify.js", "passports.js")).statusCode()).isEqualTo(200);
    assertThat(file.headers().firstValue("Content-Disposition").orElseThrow())
        .isEqualTo("attachment; filename=\"lepta-verify.html\"");
    assertThat(page.body()).contains(sha256);
    assertThat(get("/en/about").body()).contains(sha256, "/en/entries/" + entry);
    assertThat(get("/api/v1/entries/" + entry).body())
        .contains("\"kind\":\"publication\"", "\"role\":\"verifier\"", sha256);
    assertThat(location("/verify", "ru")).isEqualTo("/ru/verify");
  }

  @Test
  void downloadsThatThePageOffersAreThere() throws Exception {
    HttpResponse<String> page = get("/en/data");

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("<code>texts.name</code>", "/api/v1/grants.csv");
    for (String file :
        List.of("360giving.json", "iati.xml", "entries.csv", "entries.jsonl", "ledger.sqlite")) {
      assertThat(page.body()).contains("/api/v1/exports/" + file);
      assertThat(get("/api/v1/exports/" + file).statusCode()).as(file).isEqualTo(200);
    }
    assertThat(location("/data", "ru")).isEqualTo("/ru/data");
    assertThat(get("/en/about").body()).contains("\"/en/data\"");
  }

  private static String found(String pattern, String text) {
    return Pattern.compile(pattern).matcher(text).results().findFirst().orElseThrow().group(1);
  }

  @Test
  void addressWithoutALanguageGoesToTheReaders() throws Exception {
    assertThat(location("/", "ru,en;q=0.5")).isEqualTo("/ru/");
    assertThat(location("/funds?unit=RUB", "en")).isEqualTo("/en/funds?unit=RUB");
    assertThat(location("/donations/d1?fund=water%2Fnorth", "ru"))
        .isEqualTo("/ru/donations/d1?fund=water%2Fnorth");
    assertThat(location("/en", "ru")).isEqualTo("/en/");
    assertThat(get("/nothing").statusCode()).isEqualTo(404);
    assertThat(get("/api/nothing").headers().firstValue("Content-Type").orElseThrow())
        .startsWith("application/problem+json");
  }

  @Test
  void listAsCsvIsTheSameSelection() throws Exception {
    assertThat(location("/en/donations.csv?fund=water%2Fnorth&utm_source=x&unit=", "en"))
        .isEqualTo("/api/v1/donations.csv?fund=water%2Fnorth");
    HttpResponse<String> csv = get("/api/v1/donations.csv?fund=water%2Fnorth");
    assertThat(csv.statusCode()).isEqualTo(200);
    assertThat(csv.body().strip().lines()).hasSize(3);
  }

  @Test
  void longListGoesOnWhereThePageEnds() throws Exception {
    String first = get("/en/entries").body();
    Matcher older = Pattern.compile("rel=\"next\" href=\"([^\"]+)\"").matcher(first);
    assertThat(older.find()).isTrue();

    String second = get(older.group(1).replace("&amp;", "&")).body();

    assertThat(count(first, "<tr>")).isEqualTo(51);
    assertThat(second).contains("rel=\"first\"");
    assertThat(second).doesNotContain(firstEntry(first));
  }

  @Test
  void unchangedPageIsNotSentAgain() throws Exception {
    HttpResponse<String> page = get("/en/funds");
    String tag = page.headers().firstValue("ETag").orElseThrow();

    assertThat(send(request("/en/funds").header("If-None-Match", tag)).statusCode()).isEqualTo(304);
    assertThat(send(request("/ru/funds").header("If-None-Match", tag)).statusCode()).isEqualTo(200);
    assertThat(send(request("/en/funds").header("If-None-Match", "*")).statusCode()).isEqualTo(200);
  }

  @Test
  void headAnswersLikeGetWithoutABody() throws Exception {
    HttpResponse<String> head = send(request("/en/funds").HEAD());

    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.body()).isEmpty();
    assertThat(head.headers().firstValue("ETag")).isPresent();
  }

  @Test
  void assetsMayBeKeptForEver() throws Exception {
    HttpResponse<String> css = get(Assets.css());

    assertThat(css.statusCode()).isEqualTo(200);
    assertThat(css.headers().firstValue("Cache-Control")).hasValue(Assets.CACHE_CONTROL);
    assertThat(get("/assets/lepta.css").statusCode()).isEqualTo(404);
  }

  private static void record(Entry... entries) throws Exception {
    List<RecordResult> results =
        service.getBean(Recorder.class).record(Samples.KEEPER, List.of(entries));
    assertThat(results)
        .as("only seeded random entries may be refused")
        .allMatch(result -> entries.length > 100 || !(result instanceof RecordResult.Refused));
    long newest = service.getBean(EmbeddedLedger.class).height() - 1;
    assertThat(service.getBean(Indexer.class).awaitBlock(newest, Duration.ofSeconds(60))).isTrue();
  }

  /** The amount in the line of the equation with this name. */
  private static String row(String page, String term) {
    Matcher matcher =
        Pattern.compile(
                "<th scope=\"row\">"
                    + term
                    + "</th>\\s*<td class=\"num\">\\s*(?:<a[^>]*>)?\\s*<data[^>]*>([^<]*)<")
            .matcher(page);
    assertThat(matcher.find()).as(term).isTrue();
    return matcher.group(1);
  }

  private static String firstEntry(String list) {
    Matcher matcher = Pattern.compile("/en/entries/[0-9]+\"").matcher(list);
    assertThat(matcher.find()).isTrue();
    return matcher.group();
  }

  private static int count(String text, String part) {
    return text.split(Pattern.quote(part), -1).length - 1;
  }

  private static String location(String path, String accepted) throws Exception {
    HttpResponse<String> answer = send(request(path).header("Accept-Language", accepted));
    assertThat(answer.statusCode()).isIn(301, 302);
    return answer.headers().firstValue("Location").orElseThrow();
  }

  private static HttpResponse<String> get(String path) throws Exception {
    return send(request(path));
  }

  private static HttpResponse<byte[]> bytes(String path) throws Exception {
    return HTTP.send(request(path).build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  private static HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(base + path)).timeout(Duration.ofSeconds(30));
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }
}
