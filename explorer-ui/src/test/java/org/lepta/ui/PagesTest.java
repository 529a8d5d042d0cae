package org.lepta.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lepta.ui.text.Language;

class PagesTest {
  private static final int FUND_PAGE_GZIP_LIMIT = 25 * 1024;
  private static final int CSS_GZIP_LIMIT = 6 * 1024;

  static Stream<Arguments> pages() {
    List<Arguments> pages = new ArrayList<>();
    for (Language language : Language.values()) {
      new Samples(language, null)
          .all()
          .forEach((name, html) -> pages.add(Arguments.of(language, name, html)));
    }
    return pages.stream();
  }

  @Nested
  class EveryPage {

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("org.lepta.ui.PagesTest#pages")
    void isWellFormed(Language language, String name, String html) {
      Parser parser = Parser.htmlParser().setTrackErrors(20);

      parser.parseInput(html, "");

      assertThat(parser.getErrors()).isEmpty();
      assertThat(Markup.unbalanced(html)).isEmpty();
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("org.lepta.ui.PagesTest#pages")
    void hasLanguageTitleLandmarksAndOneHeading(Language language, String name, String html) {
      Document page = Jsoup.parse(html);

      assertThat(page.select("html").attr("lang")).isEqualTo(language.code());
      assertThat(page.title()).endsWith(language == Language.RU ? " · Лепта" : " · Lepta");
      assertThat(page.select("h1")).hasSize(1);
      assertThat(page.select("h1").text()).isNotBlank();
      assertThat(page.select("header, main#main, footer")).hasSize(3);
      assertThat(page.select("a.skip").attr("href")).isEqualTo("#main");
      assertThat(page.select("meta[name=description]").attr("content")).isNotBlank();
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("org.lepta.ui.PagesTest#pages")
    void hasHeadingsWithoutAGap(Language language, String name, String html) {
      int before = 0;
      for (Element heading : Jsoup.parse(html).select("h1, h2, h3, h4, h5, h6")) {
        int level = heading.tagName().charAt(1) - '0';
        assertThat(level).as(heading.text()).isLessThanOrEqualTo(before + 1);
        before = level;
      }
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("org.lepta.ui.PagesTest#pages")
    void hasTablesThatCanBeReadAloud(Language language, String name, String html) {
      for (Element table : Jsoup.parse(html).select("table")) {
        assertThat(table.select("caption").text()).isNotBlank();
        assertThat(table.select("thead th:not([scope=col])")).isEmpty();
        assertThat(table.select("tbody tr"))
            .allMatch(row -> row.select("th[scope=row]").size() == 1);
        Element region = table.parent();
        assertThat(region).isNotNull();
        assertThat(region.attr("role")).isEqualTo("region");
        assertThat(region.attr("tabindex")).isEqualTo("0");
        assertThat(region.attr("aria-label")).isNotBlank();
      }
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("org.lepta.ui.PagesTest#pages")
    void worksUnderItsContentSecurityPolicy(Language language, String name, String html) {
      Document page = Jsoup.parse(html);

      assertThat(page.select("script:not([src]), style, [style], iframe, object, base")).isEmpty();
      assertThat(page.select("script")).hasSize(name.matches("verify.*|receipt|recount") ? 1 : 0);
      assertThat(page.getAllElements())
          .allMatch(element ->
              element.attributes().asList().stream()
                  .noneMatch(attribute -> attribute.getKey().startsWith("on")));
      assertThat(page.select("link[rel=stylesheet], img, link[rel=icon], script"))
          .allMatch(element -> Assets.find(element.attr("href") + element.attr("src")).isPresent());
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("org.lepta.ui.PagesTest#pages")
    void usesEachIdOnce(Language language, String name, String html) {
      Set<String> seen = new HashSet<>();

      assertThat(Jsoup.parse(html).select("[id]")).allMatch(element -> seen.add(element.id()));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("org.lepta.ui.PagesTest#pages")
    void isOfItsOwnLanguageOnly(Language language, String name, String html) {
      Document page = Jsoup.parse(html);
      page.select("[lang]:not(html), code, pre").remove();

      if (language == Language.EN) {
        assertThat(page.text()).doesNotContainPattern("[а-яА-Я]");
      } else {
        assertThat(page.select("h2, th[scope=col], dt, label span").text())
            .containsPattern("[а-я]|^$");
      }
    }
  }

  @Nested
  class LanguageSwitch {

    @Test
    void keepsThePageAndItsQuery() {
      Document page = Jsoup.parse(Pages.list(new Samples(Language.RU, null).funds()));

      assertThat(page.select(".langs a[lang=en]").attr("href")).isEqualTo("/en/funds?unit=GBP");
      assertThat(page.select(".langs a[aria-current=true]").attr("lang")).isEqualTo("ru");
      assertThat(page.select(".menu a[aria-current=page]").attr("href")).isEqualTo("/ru/funds");
      assertThat(page.select("link[rel=canonical]").attr("href"))
          .isEqualTo("https://ledger.example.org/ru/funds");
      assertThat(page.select("link[hreflang=en]").attr("href"))
          .isEqualTo("https://ledger.example.org/en/funds?unit=GBP");
    }
  }

  @Nested
  class LinkPreview {

    @Test
    void tellsOtherProgramsWhatThePageIsAndWhereItsPictureIs() {
      Samples samples = new Samples(Language.RU, null);
      Document page = Jsoup.parse(Pages.donation(samples.donation()));
      String path = samples.donation().frame().canonical();

      assertThat(property(page, "og:site_name")).isEqualTo("Лепта");
      assertThat(property(page, "og:type")).isEqualTo("website");
      assertThat(property(page, "og:title")).isEqualTo(samples.donation().frame().title());
      assertThat(property(page, "og:description")).isNotBlank();
      assertThat(property(page, "og:url")).isEqualTo("https://ledger.example.org" + path);
      assertThat(property(page, "og:locale")).isEqualTo("ru_RU");
      assertThat(property(page, "og:locale:alternate")).isEqualTo("en_GB");
      assertThat(property(page, "og:image"))
          .isEqualTo("https://ledger.example.org" + path + "/card.png");
      assertThat(property(page, "og:image:width")).isEqualTo("1200");
      assertThat(property(page, "og:image:height")).isEqualTo("630");
      assertThat(property(page, "og:image:alt")).startsWith(samples.donation().frame().title());
      assertThat(page.select("meta[name=twitter:card]").attr("content"))
          .isEqualTo("summary_large_image");
    }

    @Test
    void namesNoPictureWhereThereIsNone() {
      Document page = Jsoup.parse(Pages.list(new Samples(Language.EN, null).funds()));

      assertThat(property(page, "og:url")).isEqualTo("https://ledger.example.org/en/funds");
      assertThat(page.select("meta[property^=og:image]")).isEmpty();
      assertThat(page.select("meta[name=twitter:card]").attr("content")).isEqualTo("summary");
    }

    private String property(Document page, String name) {
      return page.select("meta[property=\"" + name + "\"]").attr("content");
    }
  }

  @Nested
  class HostileTexts {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "<script>alert(1)</script>",
          "\"><img src=x onerror=alert(1)>",
          "' onmouseover='alert(1)",
          "</title><h1>no</h1>",
          "${7*7} @if(true) {0} <!-- &amp;",
          "\u202eevil\u202c مرحبا بالعالم",
          "👩‍🚒🧑🏽‍🌾 ﷽ Z\u0351\u036a"
        })
    void standOnThePageAsTextOnly(String hostile) {
      for (Language language : Language.values()) {
        for (Map.Entry<String, String> page : new Samples(language, hostile).all().entrySet()) {
          Document parsed = Jsoup.parse(page.getValue());

          assertThat(parsed.select("script:not([src]), img[onerror], [onmouseover]")).isEmpty();
          assertThat(parsed.select("h1")).hasSize(1);
          assertThat(Markup.unbalanced(page.getValue())).isEmpty();
          assertThat(parsed.wholeText()).as(page.getKey()).doesNotContain("&lt;", "&quot;");
        }
        Document fund = Jsoup.parse(Pages.fund(new Samples(language, hostile).fund()));
        assertThat(fund.wholeText()).contains(hostile);
        assertThat(fund.expectFirst("a.org bdi").wholeText()).isEqualTo(hostile);
      }
    }
  }

  @Nested
  class Fund {

    @Test
    void showsTheWholeEquation() {
      Document page = Jsoup.parse(Pages.fund(new Samples(Language.EN, null).fund()));
      page.select("td .vh").remove();

      List<String> rows = page.select("table.account tr").eachText();

      assertThat(rows)
          .containsExactly(
              "Sign Term Amount",
              "+ Opening balance £12,000.00",
              "+ Donations £1,284,500.00",
              "+ Other income £3,120.50",
              "+ Transferred in £0.00",
              "+ Exchanged in £0.00",
              "+ Returned by grantees £4,000.00",
              "− Refunded to donors £250.00",
              "− Transferred out £0.00",
              "− Exchanged out £0.00",
              "− Outstanding on grants £120,000.00",
              "− Released, not yet paid £18,000.00",
              "− Disbursed £861,100.25",
              "− Spent by the fund itself £41,720.75",
              "= Free £262,549.50");
      assertThat(page.expectFirst("table.account tfoot data").attr("value"))
          .isEqualTo("262549.5 GBP");
    }

    @Test
    void saysWhenStatementsDoNotTie() {
      Document page = Jsoup.parse(Pages.fund(new Samples(Language.RU, null).reportedFund()));

      assertThat(page.select(".notice.attention").text().replace('\u00a0', ' '))
          .contains("Обратите внимание. Не сходится на 0,0002 £");
    }

    @Test
    void fitsTheBudgetOfTheFirstScreen() throws IOException {
      for (Language language : Language.values()) {
        String html = Pages.fund(new Samples(language, null).fund());

        assertThat(gzip(html)).isLessThanOrEqualTo(FUND_PAGE_GZIP_LIMIT);
      }
    }
  }

  @Nested
  class Entry {

    @Test
    void showsTheCanonicalBytesUnchanged() {
      Samples samples = new Samples(Language.EN, "a\"<b>\u202e&amp;");

      Document page = Jsoup.parse(Pages.entry(samples.entry()));

      assertThat(page.expectFirst("pre.raw").wholeText())
          .isEqualTo(samples.entry().canonicalBytes());
    }

    @Test
    void saysThatTheProofOfAWithdrawnTextHolds() {
      Document page = Jsoup.parse(Pages.entry(new Samples(Language.EN, null).entry()));

      assertThat(page.text()).contains("Text withdrawn on 1 August 2026; the proof holds.");
    }
  }

  @Nested
  class Stale {

    @Test
    void pagesWarnTheReader() {
      Document page = Jsoup.parse(Pages.list(new Samples(Language.EN, null).emptyGrants()));

      assertThat(page.select(".notice").text().replace('\u00a0', ' '))
          .isEqualTo(
              "Attention. This page is behind the ledger: 6 minutes 40 seconds."
                  + " The newest entries are not on it yet.");
      assertThat(page.select(".empty").text()).isEqualTo("There are no grants in this selection.");
    }
  }

  @Nested
  class StaticFiles {

    @Test
    void areFoundUnderTheirHashOnly() {
      assertThat(Assets.css()).matches("/assets/lepta\\.[0-9a-f]{12}\\.css");
      assertThat(Assets.mark()).matches("/assets/mark\\.[0-9a-f]{12}\\.svg");
      assertThat(Assets.find(Assets.mark()).orElseThrow().mediaType()).isEqualTo("image/svg+xml");
      assertThat(Assets.find("/assets/lepta.css")).isEmpty();
      assertThat(Assets.find("/assets/../lepta.css")).isEmpty();
    }

    @Test
    void scriptsFetchOnlyWhatIsServedBesideThem() {
      URI first = URI.create(Assets.verifyScript());
      Set<URI> fetched = new LinkedHashSet<>(Set.of(first));
      Deque<URI> unread = new ArrayDeque<>(fetched);
      while (!unread.isEmpty()) {
        URI script = unread.remove();
        byte[] bytes = Assets.find(script.getPath()).orElseThrow().bytes();
        Matcher named =
            Pattern.compile("[`\"](\\./[a-z0-9-]+\\.js)[`\"]")
                .matcher(new String(bytes, StandardCharsets.UTF_8));
        named
            .results()
            .map(match -> script.resolve(match.group(1)))
            .filter(fetched::add)
            .forEach(unread::add);
      }

      assertThat(first.getPath()).matches("/assets/verify\\.[0-9a-f]{12}/verify\\.js");
      assertThat(fetched).hasSize(6);
    }

    @Test
    void theStyleSheetFitsItsBudgetAndLoadsNothing() throws IOException {
      byte[] css = Assets.find(Assets.css()).orElseThrow().bytes();

      String text = new String(css, StandardCharsets.UTF_8);
      assertThat(gzip(text)).isLessThanOrEqualTo(CSS_GZIP_LIMIT);
      assertThat(text).doesNotContain("url(", "@import");
    }
  }

  private static int gzip(String html) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(html.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.size();
  }
}
