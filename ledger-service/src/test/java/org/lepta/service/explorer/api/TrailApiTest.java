package org.lepta.service.explorer.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lepta.ledger.entry.Body;
import org.lepta.ledger.entry.Confirmation;
import org.lepta.ledger.entry.Disbursement;
import org.lepta.ledger.entry.Donation;
import org.lepta.ledger.entry.Entry;
import org.lepta.ledger.entry.Expenditure;
import org.lepta.ledger.entry.Fee;
import org.lepta.ledger.entry.Fund;
import org.lepta.ledger.entry.FundMode;
import org.lepta.ledger.entry.Header;
import org.lepta.ledger.entry.Lens;
import org.lepta.ledger.entry.Party;
import org.lepta.ledger.entry.SpendClass;
import org.lepta.ledger.money.Amount;
import org.lepta.service.testing.RunningService;
import org.lepta.service.testing.Samples;
import org.lepta.service.testing.TestDatabase;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Trails as programs get them. */
final class TrailApiTest {

  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.empty();

  private static final String GRANTEE = "RU-OGRN-1137746072375";
  private static final LocalDate DAY = LocalDate.of(2026, 3, 1);
  private static final String TRAILS = "/api/v1/trails/donations/";

  @TempDir static Path data;
  private static RunningService service;

  @BeforeAll
  static void start() throws Exception {
    service =
        RunningService.start(data, DATABASE.settings(), "--lepta.log.origin=log.example.org/gifts");
    service.record(
        Samples.organisation(GRANTEE),
        fund("general", null),
        fund("shared", Lens.PROPORTIONAL),
        fund("pooled", Lens.PROPORTIONAL),
        Samples.fund("other", Samples.KEEPER, FundMode.REPORTED));
    service.record(
        Samples.donation("anna/1", "general", "100.5"),
        donation("roof", "general", "50", "roof"),
        Samples.donation("boris", "shared", "10"),
        Samples.donation("nothing", "general", "0"),
        Samples.donation("ulia", "pooled", "30"),
        Samples.donation("vera", "pooled", "30"));
    service.record(
        new Entry(
            Header.of("anna/1", "XI-TEST-OTHER").happened(DAY),
            new Donation("other", Samples.RUB, Amount.parse("7"), null, null, null, null)));
    service.record(Samples.grant("g1", "general", "80"));
    service.record(
        entry("f1", new Fee("general", Samples.RUB, Amount.parse("0.5"), "anna/1", null)),
        entry("p1", payment("general", "60", "g1")),
        entry("p3", payment("pooled", "20", null)));
    service.record(
        entry(
            "e1",
            new Expenditure(
                "general",
                Samples.RUB,
                Amount.parse("12"),
                SpendClass.PROGRAMME,
                "g1",
                null,
                null,
                null)));
    service.record(
        new Entry(
            Header.of("k1", GRANTEE).happened(DAY),
            new Confirmation(
                "general",
                "disbursement:p1",
                Samples.RUB,
                Amount.parse("60"),
                Party.organisation(GRANTEE),
                "g1",
                null)));
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @Test
  void everyPieceNamesItsPaymentItsOriginAndItsEvidence() throws Exception {
    JsonNode trail = service.json(TRAILS + "anna~2F1?fund=general");

    assertThat(trail.get("lens").asString()).isEqualTo("first-in-first-out");
    assertThat(trail.at("/donation/id").asString()).isEqualTo("anna/1");
    assertThat(trail.at("/donation/key").asString()).isEqualTo("anna~2F1");
    assertThat(trail.at("/donation/amount").asString()).isEqualTo("100.5");
    JsonNode gift = trail.at("/hops/0");
    assertThat(gift.get("spent").asString()).isEqualTo("60.5");
    assertThat(gift.get("unspent").asString()).isEqualTo("40");
    assertThat(gift.get("reachedBy").isNull()).isTrue();
    assertThat(gift.get("pieces").size()).isEqualTo(2);
    JsonNode fee = gift.at("/pieces/0");
    assertThat(fee.at("/payment/kind").asString()).isEqualTo("fee");
    assertThat(fee.get("amount").asString()).isEqualTo("0.5");
    assertThat(fee.get("evidence").asString()).isEqualTo("stated");
    JsonNode paid = gift.at("/pieces/1");
    assertThat(paid.at("/payment/id").asString()).isEqualTo("p1");
    assertThat(paid.at("/payment/receiver").asString()).isEqualTo(GRANTEE);
    assertThat(paid.at("/payment/grant").asString()).isEqualTo("g1");
    assertThat(paid.at("/payment/amount").asString()).isEqualTo("60");
    assertThat(paid.get("evidence").asString()).isEqualTo("confirmed");
    assertThat(paid.get("share").asString()).isEqualTo("0.597014");
    assertThat(paid.at("/origin/leafIndex")).isEqualTo(trail.at("/donation/leafIndex"));
    assertThat(paid.at("/origin/from").asString()).isEqualTo("0.5");
    assertThat(paid.at("/origin/to").asString()).isEqualTo("60.5");
    assertThat(gift.at("/grants/0/grant").asString()).isEqualTo("g1");
    assertThat(gift.at("/grants/0/acts/0/amount").asString()).isEqualTo("12");
    assertThat(gift.at("/grants/0/acts/0/kind").asString()).isEqualTo("expenditure");
  }

  @Test
  void statusNamesTheLogAsItIsConfigured() throws Exception {
    assertThat(service.json("/api/v1/status").at("/log/origin").asString())
        .isEqualTo("log.example.org/gifts");
  }

  @Test
  void noAmountIsANumber() throws Exception {
    JsonNode trail = service.json(TRAILS + "anna~2F1?fund=general");
    List<String> amounts =
        List.of("amount", "from", "to", "unspent", "voided", "spent", "cameBack", "share");

    for (String name : amounts) {
      assertThat(trail.findValues(name)).isNotEmpty().allMatch(JsonNode::isString);
    }
  }

  @Test
  void earmarkedDonationIsTracedAsSuch() throws Exception {
    JsonNode trail = service.json(TRAILS + "roof");

    assertThat(trail.get("lens").asString()).isEqualTo("earmarked");
    assertThat(trail.at("/hops/0/unspent").asString()).isEqualTo("50");
    assertThat(service.json(TRAILS + "roof?lens=earmarked")).isEqualTo(trail);
  }

  @Test
  void withoutAFundTheFirstDonationOfThatIdIsTraced() throws Exception {
    assertThat(service.json(TRAILS + "anna~2F1").at("/donation/fund").asString())
        .isEqualTo("general");
    assertThat(service.json(TRAILS + "anna~2F1?fund=other").at("/donation/amount").asString())
        .isEqualTo("7");
  }

  @Test
  void trailAtASizeStaysTheSame() throws Exception {
    long size = service.json("/api/v1/status").at("/log/size").asLong();
    String path = TRAILS + "boris?lens=first-in-first-out&at=" + size;
    JsonNode before = service.json(path);

    service.record(entry("p2", payment("shared", "4", null)));

    assertThat(before.at("/hops/0/unspent").asString()).isEqualTo("10");
    assertThat(service.json(path)).isEqualTo(before);
    assertThat(
            service.json(TRAILS + "boris?lens=first-in-first-out").at("/hops/0/unspent").asString())
        .isEqualTo("6");
  }

  @Test
  void fundsDeclaredLensIsTheDefaultAndTheOtherOneCanBeAskedFor() throws Exception {
    JsonNode declared = service.json(TRAILS + "vera");
    JsonNode other = service.json(TRAILS + "vera?lens=first-in-first-out");

    assertThat(declared.get("lens").asString()).isEqualTo("proportional");
    assertThat(declared.get("declaredLens").asString()).isEqualTo("proportional");
    assertThat(declared.get("provisionalFrom").asString()).matches("[0-9]{4}-[0-9]{2}");
    assertThat(declared.at("/hops/0/spent").asString()).isEqualTo("10");
    JsonNode piece = declared.at("/hops/0/pieces/0");
    assertThat(piece.at("/payment/id").asString()).isEqualTo("p3");
    assertThat(piece.get("amount").asString()).isEqualTo("10");
    assertThat(piece.get("month")).isEqualTo(declared.get("provisionalFrom"));
    assertThat(piece.has("origin")).isFalse();
    JsonNode month = declared.at("/hops/0/months/0");
    assertThat(month.get("held").asString()).isEqualTo("30");
    assertThat(month.get("pool").asString()).isEqualTo("60");
    assertThat(month.get("paid").asString()).isEqualTo("20");
    assertThat(month.get("amount").asString()).isEqualTo("10");
    assertThat(other.get("lens").asString()).isEqualTo("first-in-first-out");
    assertThat(other.get("declaredLens").asString()).isEqualTo("proportional");
    assertThat(other.get("provisionalFrom").isNull()).isTrue();
    assertThat(other.at("/hops/0/spent").asString()).isEqualTo("0");
    assertThat(
            service
                .json(TRAILS + "anna~2F1?fund=general&lens=proportional")
                .get("declaredLens")
                .asString())
        .isEqualTo("first-in-first-out");
    assertThat(service.json(TRAILS + "roof").get("declaredLens").asString()).isEqualTo("earmarked");
  }

  @Test
  void pagesOfAFundWhoseLensIsProportionalTellItsPool() throws Exception {
    JsonNode piece = service.json(TRAILS + "vera").at("/hops/0/pieces/0");
    String payment = "/en/entries/" + piece.at("/payment/leafIndex").asLong();

    assertThat(service.get("/en/donations/vera").body())
        .contains("<li aria-current=\"true\"><b>Proportional by month (the fund’s rule)</b></li>")
        .contains("calculated share: 33.3% of this donation", "are provisional")
        .contains("The passport holds the trail by the rule “First in, first out”, not this one.")
        .doesNotContain("declares another rule");
    assertThat(service.get(payment).body())
        .contains("shares this payment alike: ₽60.00, of which ₽20.00 are paid out.")
        .contains("The month is not over");
  }

  @ParameterizedTest
  @CsvSource({
    "roof?lens=first-in-first-out, 400, LENS_UNAVAILABLE, earmarked",
    "roof?lens=proportional, 400, LENS_UNAVAILABLE, earmarked",
    "anna~2F1?lens=earmarked, 400, LENS_UNAVAILABLE, proportional",
    "boris?lens=earmarked, 400, LENS_UNAVAILABLE, first-in-first-out",
    "anna~2F1?lens=lifo, 400, LENS_INVALID, proportional",
    "anna~2F1?lens=FIRST_IN_FIRST_OUT, 400, LENS_INVALID, earmarked",
    "anna~2F1?lens=earmarked&lens=earmarked, 400, FILTER_INVALID, lens",
    "anna~2F1?lense=earmarked, 400, FILTER_INVALID, lense",
    "anna~2F1?fund=nowhere, 404, NOT_FOUND, Nothing",
    "anna~2F1?at=1, 404, NOT_FOUND, Nothing",
    "anna~2F1?at=999999, 400, AT_INVALID, entries",
    "nothing, 404, NOT_FOUND, Nothing",
    "nobody, 404, NOT_FOUND, Nothing",
    "~00, 404, NOT_FOUND, Nothing",
    "a~2, 400, KEY_INVALID, ''"
  })
  void whatCannotBeTracedIsRefusedWithACode(String path, int status, String code, String said)
      throws Exception {
    HttpResponse<String> answer = service.get(TRAILS + path);

    assertThat(answer.statusCode()).isEqualTo(status);
    JsonNode problem = JsonMapper.shared().readTree(answer.body());
    assertThat(problem.get("code").asString()).isEqualTo(code);
    assertThat(problem.get("detail").asString()).contains(said);
  }

  private static Entry fund(String id, @Nullable Lens lens) {
    return new Entry(
        Header.of(id, Samples.KEEPER),
        new Fund(
            Samples.KEEPER,
            FundMode.MANAGED,
            List.of(Samples.RUB),
            null,
            null,
            null,
            null,
            null,
            List.of(),
            null,
            null,
            lens,
            List.of()));
  }

  private static Entry donation(String id, String fund, String amount, String earmark) {
    return entry(
        id, new Donation(fund, Samples.RUB, Amount.parse(amount), null, null, null, earmark));
  }

  private static Disbursement payment(String fund, String amount, @Nullable String grant) {
    return new Disbursement(
        fund,
        Samples.RUB,
        Amount.parse(amount),
        grant,
        null,
        Party.organisation(GRANTEE),
        null,
        null,
        null);
  }

  private static Entry entry(String id, Body body) {
    return new Entry(Header.of(id, Samples.KEEPER).happened(DAY), body);
  }
}
