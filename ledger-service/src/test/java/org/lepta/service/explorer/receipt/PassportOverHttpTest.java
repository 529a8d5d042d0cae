package org.lepta.service.explorer.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.lepta.ledger.entry.ApprovalBand;
import org.lepta.ledger.entry.Body;
import org.lepta.ledger.entry.Confirmation;
import org.lepta.ledger.entry.Correction;
import org.lepta.ledger.entry.Disbursement;
import org.lepta.ledger.entry.Entry;
import org.lepta.ledger.entry.Expenditure;
import org.lepta.ledger.entry.Fund;
import org.lepta.ledger.entry.FundMode;
import org.lepta.ledger.entry.Hash;
import org.lepta.ledger.entry.Header;
import org.lepta.ledger.entry.Leaf;
import org.lepta.ledger.entry.Party;
import org.lepta.ledger.entry.Refund;
import org.lepta.ledger.entry.Release;
import org.lepta.ledger.entry.SpendClass;
import org.lepta.ledger.money.Amount;
import org.lepta.service.ledger.recording.RecordResult;
import org.lepta.service.passport.PassportPage;
import org.lepta.service.passport.PassportVerdict;
import org.lepta.service.passport.PassportVerifier;
import org.lepta.service.testing.RunningService;
import org.lepta.service.testing.Samples;
import org.lepta.service.testing.TestDatabase;
import org.lepta.service.testing.TestPasskey;
import org.lepta.service.transparency.log.TransparencyLog;
import org.lepta.service.transparency.proof.Policy;
import org.lepta.service.transparency.proof.ReceiptVerifier;
import org.lepta.service.transparency.proof.VerifierKey;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Passports and donors' links of a running service, and what becomes of every change to one. */
final class PassportOverHttpTest {

  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.empty();

  private static final String GRANTEE = "RU-OGRN-1137746072375";
  private static final LocalDate DAY = LocalDate.of(2026, 3, 1);
  private static final String ANNA = "/api/v1/receipts/donation~3Aanna~2F1";
  private static final JsonMapper JSON = JsonMapper.shared();

  @TempDir static Path data;
  private static RunningService service;
  private static String key;
  private static byte[] passport;

  @BeforeAll
  static void start() throws Exception {
    service =
        RunningService.start(data, DATABASE.settings(), "--lepta.log.origin=log.example.org/gifts");
    key = service.key();
    TestPasskey clara = new TestPasskey("device-clara", "person-clara", Samples.KEEPER);
    TestPasskey boris = new TestPasskey("device-boris", "person-boris", Samples.KEEPER);
    record(Samples.organisation(GRANTEE), fund("general"), fund("other"));
    assertThat(
            service
                .post(
                    "/api/v1/organisations",
                    key,
                    "{\"id\":\"XI-NAMED\",\"statedBy\":\"XI-TEST-KEEPER\","
                        + "\"texts\":[{\"role\":\"name\",\"language\":\"ru\",\"text\":\"Имя\"}]}")
                .statusCode())
        .isEqualTo(201);
    record(clara.registration(), boris.registration());
    record(Samples.donation("anna/1", "general", "100.5"), Samples.donation("x", "other", "5"));
    record(Samples.grant("g1", "general", "80"));
    Entry release = release("r1", "60");
    record(clara.approve("a1", release), boris.approve("a2", release));
    record(release);
    record(
        entry("p1", payment("general", "60", "g1", "r1")),
        entry("p2", payment("other", "5", null, null)));
    record(
        entry("back", new Refund("general", Samples.RUB, amount("10"), "anna/1", "asked", null)),
        entry("e1", spending("12", "g1")),
        entry("c1", new Correction("e1", "typing", spending("2", "g1"))),
        entry("own", ownCost("XI-NAMED")),
        new Entry(
            Header.of("k1", Samples.KEEPER).happened(DAY),
            new Confirmation(
                "general",
                "disbursement:p1",
                Samples.RUB,
                amount("60"),
                Party.organisation(GRANTEE),
                "g1",
                null)));
    long size = service.json("/api/v1/status").at("/log/size").asLong();
    assertThat(service.bean(TransparencyLog.class).awaitPublished(size, Duration.ofSeconds(30)))
        .isTrue();
    passport = get(ANNA + "/passport").body().getBytes(StandardCharsets.UTF_8);
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  private static void record(Entry... entries) throws InterruptedException {
    assertThat(service.record(entries)).allMatch(RecordResult.Recorded.class::isInstance);
  }

  private static HttpResponse<String> get(String path) throws Exception {
    return service.get(path);
  }

  private static Amount amount(String text) {
    return Amount.parse(text);
  }

  private static Entry entry(String id, Body body) {
    return new Entry(Header.of(id, Samples.KEEPER).happened(DAY), body);
  }

  private static Entry fund(String id) {
    ApprovalBand band = new ApprovalBand(null, null, 2, List.of());
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
            List.of(band),
            null,
            null,
            null,
            List.of()));
  }

  private static Entry release(String id, String amount) {
    return new Entry(
        Header.of(id, Samples.KEEPER).decided(DAY).by("person-dora"),
        new Release("general", Samples.RUB, amount(amount), "g1", null, new Hash("ab".repeat(32))));
  }

  private static Disbursement payment(
      String fund, String amount, @Nullable String grant, @Nullable String release) {
    return new Disbursement(
        fund,
        Samples.RUB,
        amount(amount),
        grant,
        release,
        Party.organisation(GRANTEE),
        null,
        null,
        null);
  }

  private static Expenditure spending(String amount, String grant) {
    return new Expenditure(
        "general", Samples.RUB, amount(amount), SpendClass.PROGRAMME, grant, null, null, null);
  }

  private static Expenditure ownCost(String payee) {
    return new Expenditure(
        "general",
        Samples.RUB,
        amount("3"),
        SpendClass.RUNNING,
        null,
        Party.organisation(payee),
        null,
        null);
  }

  private static PassportVerdict verdict(byte[] file) throws Exception {
    VerifierKey log = VerifierKey.parse(service.json("/api/v1/status").at("/log/vkey").asString());
    return new PassportVerifier(ReceiptVerifier.strict(Policy.ofKeys(List.of(log)))).verify(file);
  }

  @Test
  void holdsTheGiftAndAllThatBelongsToIt() throws Exception {
    PassportVerdict.Proven proven = (PassportVerdict.Proven) verdict(passport);
    Map<String, Integer> kinds = new TreeMap<>();
    for (Leaf leaf : proven.leaves().all().values()) {
      kinds.merge(leaf.entry().kind().label(), 1, Integer::sum);
    }

    assertThat(kinds)
        .containsExactlyInAnyOrderEntriesOf(
            Map.ofEntries(
                Map.entry("approval", 2),
                Map.entry("confirmation", 1),
                Map.entry("correction", 1),
                Map.entry("device", 2),
                Map.entry("disbursement", 1),
                Map.entry("donation", 1),
                Map.entry("expenditure", 2),
                Map.entry("fund", 1),
                Map.entry("grant", 1),
                Map.entry("organisation", 3),
                Map.entry("refund", 1),
                Map.entry("release", 1)));
    assertThat(proven.passport().trail().hops().getFirst().spent()).isEqualTo("63");
    assertThat(proven.passport().texts())
        .anySatisfy(text -> assertThat(text.text()).isEqualTo("Имя"));
    assertThat(proven.passport().leftOut()).isZero();
  }

  @Test
  void isAFileToKeep() throws Exception {
    HttpResponse<String> answer = get(ANNA + "/passport");

    assertThat(answer.headers().firstValue("Content-Disposition"))
        .contains("attachment; filename=\"donation~3Aanna~2F1.passport.json\"");
    assertThat(JSON.readTree(passport).propertyNames())
        .containsExactly("format", "checkpoint", "gift", "leaves", "texts", "trail", "leftOut");
  }

  @Test
  void cannotBeCheckedWithoutAKeyOfItsLog() throws Exception {
    PassportVerifier nobody =
        new PassportVerifier(ReceiptVerifier.strict(Policy.ofKeys(List.of())));

    assertThat(nobody.verify(passport))
        .isEqualTo(new PassportVerdict.Unchecked("log.example.org/gifts"));
  }

  private static String refusal(Consumer<ObjectNode> change) throws Exception {
    ObjectNode changed = (ObjectNode) JSON.readTree(passport);
    change.accept(changed);
    return verdict(JSON.writeValueAsBytes(changed)) instanceof PassportVerdict.Refused refused
        ? refused.code()
        : "proven";
  }

  private static ObjectNode leaf(ObjectNode file, String kind) {
    for (JsonNode leaf : file.get("leaves")) {
      if (leaf.get("entry").asString().contains("\"kind\":\"" + kind + "\"")) {
        return (ObjectNode) leaf;
      }
    }
    throw new AssertionError("no " + kind);
  }

  private static void remove(ObjectNode file, String kind) {
    ArrayNode leaves = (ArrayNode) file.get("leaves");
    for (int i = 0; i < leaves.size(); i++) {
      if (leaves.get(i).get("entry").asString().contains("\"kind\":\"" + kind + "\"")) {
        leaves.remove(i);
        return;
      }
    }
    throw new AssertionError("no " + kind);
  }

  private static ObjectNode hop(ObjectNode file) {
    return (ObjectNode) file.at("/trail/hops/0");
  }

  @Test
  void everyChangeIsRefusedWithItsCode() throws Exception {
    assertThat(refusal(file -> {})).isEqualTo("proven");
    assertThat(refusal(file -> file.put("more", 1))).isEqualTo("PASSPORT_MALFORMED");
    assertThat(refusal(file -> file.remove("leftOut"))).isEqualTo("PASSPORT_MALFORMED");
    assertThat(refusal(file -> file.put("gift", "1"))).isEqualTo("PASSPORT_MALFORMED");
    assertThat(refusal(file -> file.put("format", "lepta-passport/v2")))
        .isEqualTo("PASSPORT_MALFORMED");
    assertThat(refusal(file -> file.put("checkpoint", file.get("checkpoint").asString() + "x")))
        .isEqualTo("NOTE_MALFORMED");
    assertThat(refusal(file -> leaf(file, "donation").put("index", 3))).isNotEqualTo("proven");
    assertThat(
            refusal(file -> {
              ObjectNode leaf = leaf(file, "donation");
              leaf.put("entry", leaf.get("entry").asString().replace("100.5", "900.5"));
            }))
        .isEqualTo("ROOT_DIFFERS");
    assertThat(refusal(file -> ((ObjectNode) file.at("/texts/0")).put("text", "Another")))
        .isEqualTo("TEXT_DIFFERS");
    for (String kind : List.of("donation", "disbursement", "correction")) {
      assertThat(refusal(file -> remove(file, kind))).as(kind).isEqualTo("TRAIL_DIFFERS");
    }
    for (String kind : List.of("device", "release")) {
      assertThat(refusal(file -> remove(file, kind))).as(kind).isEqualTo("APPROVAL_INVALID");
    }
  }

  @Test
  void everyLieOfTheTrailIsRefused() throws Exception {
    Map<String, Consumer<ObjectNode>> lies =
        Map.ofEntries(
            Map.entry("size", file -> ((ObjectNode) file.at("/trail/asOf")).put("size", 3)),
            Map.entry("unspent", file -> hop(file).put("unspent", "100.5")),
            Map.entry("voided", file -> hop(file).put("voided", "0")),
            Map.entry("spent", file -> hop(file).put("spent", "60")),
            Map.entry("from", file -> hop(file).put("from", "1")),
            Map.entry("left out", file -> hop(file).put("spentLeftOut", "1")),
            Map.entry("number", file -> hop(file).put("number", 1)),
            Map.entry("fund", file -> donation(file, "fund", "other")),
            Map.entry("unit", file -> donation(file, "unit", "EUR")),
            Map.entry("amount", file -> donation(file, "amount", "200")),
            Map.entry("piece", file -> piece(file).put("amount", "50")),
            Map.entry("units", file -> ((ObjectNode) piece(file).get("origin")).put("to", "100.5")),
            Map.entry("payment", file -> payment(file).put("amount", "61")),
            Map.entry("kind", file -> payment(file).put("kind", "fee")),
            Map.entry("id", file -> payment(file).put("id", "p2")),
            Map.entry("date", file -> payment(file).put("date", "2026-03-02")),
            Map.entry("grant", file -> payment(file).put("grant", "g2")),
            Map.entry("act", file -> act(file).put("amount", "13")),
            Map.entry("no amount", file -> hop(file).put("spentLeftOut", "0e0")));

    for (Map.Entry<String, Consumer<ObjectNode>> lie : lies.entrySet()) {
      assertThat(refusal(lie.getValue())).as(lie.getKey()).isEqualTo("TRAIL_DIFFERS");
    }
  }

  private static void donation(ObjectNode file, String name, String value) {
    ((ObjectNode) file.at("/trail/donation")).put(name, value);
    hop(file).put(name, value);
  }

  private static ObjectNode piece(ObjectNode file) {
    return (ObjectNode) file.at("/trail/hops/0/pieces/0");
  }

  private static ObjectNode payment(ObjectNode file) {
    return (ObjectNode) piece(file).get("payment");
  }

  private static ObjectNode act(ObjectNode file) {
    return (ObjectNode) file.at("/trail/hops/0/grants/0/acts/0");
  }

  @Test
  void garbageIsRefused() throws Exception {
    for (String text : List.of("", "{", "[]", "{}", "{\"format\":1,\"format\":1}", "\u0000")) {
      assertThat(verdict(text.getBytes(StandardCharsets.UTF_8)))
          .isInstanceOfSatisfying(
              PassportVerdict.Refused.class,
              refused -> assertThat(refused.code()).isEqualTo("PASSPORT_MALFORMED"));
    }
    assertThat(verdict(new byte[17 << 20]))
        .isInstanceOfSatisfying(
            PassportVerdict.Refused.class,
            refused -> assertThat(refused.code()).isEqualTo("PASSPORT_TOO_LARGE"));
  }

  @Test
  void onlyDonationsHavePassports() throws Exception {
    HttpResponse<String> answer = get("/api/v1/receipts/disbursement~3Ap1/passport");

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).contains("Only donations have passports.");
  }

  @Test
  void donorsCodeLeadsToEverythingOfTheReceipt() throws Exception {
    JsonNode issued = JSON.readTree(service.post(ANNA, key, "").body());
    String code = issued.get("code").asString();

    assertThat(code).hasSize(32);
    assertThat(issued.get("page").asString()).isEqualTo("/r/" + code);
    assertThat(JSON.readTree(service.post(ANNA, key, "").body())).isEqualTo(issued);
    JsonNode receipt = service.json("/api/v1/receipts/" + code);
    assertThat(receipt.at("/entry/id").asString()).isEqualTo("donation:anna/1");
    assertThat(receipt.get("published").asBoolean()).isTrue();
    for (String part : List.of(".entry", ".tlog-proof")) {
      assertThat(get("/api/v1/receipts/" + code + part).body()).isEqualTo(get(ANNA + part).body());
    }
    assertThat(get("/api/v1/receipts/" + code + "/passport").body())
        .isEqualTo(new String(passport, StandardCharsets.UTF_8));
  }

  @Test
  void codesAreGivenOutForTheOperatorsKeyOnlyAndCannotBeGuessed() throws Exception {
    HttpResponse<String> refused = service.post(ANNA, "wrong", "");
    String code = JSON.readTree(service.post(ANNA, key, "").body()).get("code").asString();
    String other = (code.endsWith("0") ? "1" : "0");

    assertThat(refused.statusCode()).isEqualTo(401);
    assertThat(get("/api/v1/receipts/" + code.substring(0, 31) + other).statusCode())
        .isEqualTo(404);
    assertThat(get("/api/v1/receipts/" + code.toUpperCase(Locale.ROOT)).statusCode())
        .isEqualTo(404);
  }

  @Test
  void donorsPageShowsTheGiftAndIsKeptByNobody() throws Exception {
    String code = JSON.readTree(service.post(ANNA, key, "").body()).get("code").asString();

    for (String address : List.of("/r/" + code, "/en/r/" + code, "/ru/r/" + code)) {
      HttpResponse<String> page = get(address);
      assertThat(page.statusCode()).as(address).isEqualTo(200);
      assertThat(page.headers().firstValue("Cache-Control")).contains("private, no-store");
      assertThat(page.headers().firstValue("Referrer-Policy")).contains("no-referrer");
      assertThat(page.headers().firstValue("X-Robots-Tag")).contains("noindex");
      assertThat(page.body())
          .contains("100.5")
          .contains(service.base() + "/r/" + code)
          .contains("/passport");
    }
    assertThat(get("/ru/r/" + code).body()).contains("Ваше пожертвование");
  }

  @Test
  void pageOfAWrongCodeSaysSo() throws Exception {
    for (String code : List.of("361", "0".repeat(32), "donation~3Aanna~2F1", "x")) {
      assertThat(get("/r/" + code).statusCode()).as(code).isEqualTo(404);
    }
  }

  @Test
  void pageFormHoldsTheSamePassportAndTheOfferOfTheLogsKey() throws Exception {
    HttpResponse<String> page = get(ANNA + "/passport.html");
    byte[] inside =
        PassportPage.passport(page.body().getBytes(StandardCharsets.UTF_8)).orElseThrow();

    assertThat(page.headers().firstValue("Content-Disposition"))
        .contains("attachment; filename=\"donation~3Aanna~2F1.passport.html\"");
    assertThat(JSON.readTree(inside)).isEqualTo(JSON.readTree(passport));
    assertThat(verdict(inside)).isInstanceOf(PassportVerdict.Proven.class);
    assertThat(page.body()).contains(service.json("/api/v1/status").at("/log/vkey").asString());
  }
}
