package org.lepta.service;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.lepta.ledger.entry.Donation;
import org.lepta.ledger.entry.Entry;
import org.lepta.ledger.entry.FundMode;
import org.lepta.ledger.entry.Hash;
import org.lepta.ledger.entry.Header;
import org.lepta.ledger.entry.Party;
import org.lepta.ledger.entry.Withdrawal;
import org.lepta.ledger.money.Amount;
import org.lepta.service.kernel.Sha256;
import org.lepta.service.ledger.recording.RecordResult;
import org.lepta.service.ledger.recording.Recorder;
import org.lepta.service.testing.RunningService;
import org.lepta.service.testing.Samples;
import org.lepta.service.testing.TestDatabase;
import org.lepta.service.transparency.log.TransparencyLog;
import org.lepta.service.transparency.proof.Policy;
import org.lepta.service.transparency.proof.ReceiptVerifier;
import org.lepta.service.transparency.proof.Verdict;
import org.lepta.service.transparency.proof.VerifierKey;
import tools.jackson.databind.JsonNode;

/**
 * A thousand donors, of whom a hundred are erased, and fifty texts that are withdrawn: nothing of
 * them is anywhere in this service, and every old receipt verifies.
 */
final class ErasureTest {

  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.empty();

  private static final int DONORS = 1_000;
  private static final int ERASED = 100;
  private static final int TEXTS = 60;
  private static final int WITHDRAWN = 50;
  private static final Duration LONGEST = Duration.ofSeconds(60);
  private static final byte[] SALT = HexFormat.of().parseHex("8badf00d5a17c0ffee");
  private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

  @TempDir Path data;
  private final Random random = new Random(20261127);
  private final List<Donor> donors = new ArrayList<>();
  private final List<JsonNode> texts = new ArrayList<>();

  /** What the foundation and the donor know, and nobody else. */
  private record Donor(String name, String mail, String salt) {
    byte[] record() {
      return "{\"mail\":\"%s\",\"name\":\"%s\"}".formatted(mail, name).getBytes(UTF_8);
    }

    Hash commitment() {
      byte[] tag = "lepta/donor/v1\0".getBytes(UTF_8);
      return new Hash(Sha256.digest(tag, HexFormat.of().parseHex(salt), record()).hex());
    }
  }

  /** All begin alike, so that one search finds any of them. */
  private Donor donor(int number) {
    byte[] salt = new byte[32];
    random.nextBytes(salt);
    System.arraycopy(SALT, 0, salt, 0, SALT.length);
    String hex = HexFormat.of().formatHex(salt);
    return new Donor("Donor-Surname-" + number, number + "@donors.example", hex);
  }

  private static Entry gift(int number, Donor donor) {
    return new Entry(
        Header.of("gift-" + number, Samples.KEEPER).happened(DAY),
        new Donation(
            "general",
            Samples.RUB,
            Amount.parse("10"),
            Party.person(donor.commitment()),
            null,
            null,
            null));
  }

  @Test
  void whatIsErasedIsNowhereAndEveryOldReceiptVerifies() throws Exception {
    ByteArrayOutputStream log = new ByteArrayOutputStream();
    PrintStream out = System.out;
    System.setOut(new PrintStream(log, true, UTF_8));
    List<byte[][]> receipts;
    Policy policy;
    try (RunningService service = RunningService.start(data, DATABASE.settings())) {
      record(service);
      receipts = receipts(service);
      policy =
          Policy.ofKeys(
              List.of(
                  VerifierKey.parse(service.json("/api/v1/status").at("/log/vkey").asString())));
      withdraw(service);
    } finally {
      System.setOut(out);
    }
    // To erase a donor the foundation forgets name, mail and salt; there is nothing to do here.
    donors.subList(0, ERASED).replaceAll(donor -> new Donor("", "", ""));

    List<Place> places = places(log.toString(ISO_8859_1));
    assertThat(holding(places, donors())).isEmpty();
    for (JsonNode text : texts.subList(0, WITHDRAWN)) {
      assertThat(holding(places, needles(text))).as(text.get("text").asString()).isEmpty();
    }
    // The search does find what is there.
    for (JsonNode text : texts.subList(WITHDRAWN, TEXTS)) {
      assertThat(holding(places, needles(text))).isNotEmpty();
    }
    ReceiptVerifier verifier = ReceiptVerifier.strict(policy);
    for (int i = 0; i < DONORS; i++) {
      byte[][] receipt = receipts.get(i);
      assertThat(verifier.verify(receipt[0], receipt[1])).isInstanceOf(Verdict.Proven.class);
      String commitment = donors.get(i).commitment().hex();
      assertThat(new String(receipt[0], UTF_8).contains(commitment)).isEqualTo(i >= ERASED);
    }
  }

  private void record(RunningService service) throws Exception {
    String key = service.key();
    service.record(Samples.fund("general", Samples.KEEPER, FundMode.MANAGED));
    List<Entry> gifts = new ArrayList<>();
    for (int i = 0; i < DONORS; i++) {
      donors.add(donor(i));
      gifts.add(gift(i, donors.get(i)));
    }
    assertThat(service.record(gifts.toArray(Entry[]::new)))
        .allMatch(RecordResult.Recorded.class::isInstance);
    for (int i = 0; i < TEXTS; i++) {
      String organisation =
          "{\"id\":\"XI-T-%d\",\"statedBy\":\"%s\",\"texts\":[{\"role\":\"name\",\"text\":\"Secret-Name-%d\"}]}"
              .formatted(i, Samples.KEEPER, 1_000 + i);
      assertThat(service.post("/api/v1/organisations", key, organisation).statusCode())
          .isEqualTo(201);
      JsonNode recorded = service.json("/api/v1/organisations/XI-T-" + i);
      String hash = recorded.at("/texts/0/hash").asString();
      texts.add(service.json("/api/v1/texts/" + hash));
    }
    String member = "{\"id\":\"XI-T-0\",\"statedBy\":\"%s\"}".formatted(Samples.KEEPER);
    assertThat(service.post("/api/v1/members", key, member).statusCode()).isEqualTo(201);
    long size = service.json("/api/v1/status").at("/log/size").asLong();
    assertThat(service.bean(TransparencyLog.class).awaitPublished(size, LONGEST)).isTrue();
  }

  private static List<byte[][]> receipts(RunningService service) throws Exception {
    List<byte[][]> receipts = new ArrayList<>();
    for (int i = 0; i < DONORS; i++) {
      String receipt = "/api/v1/receipts/donation~3Agift-" + i;
      receipts.add(
          new byte[][] {
            service.get(receipt + ".entry").body().getBytes(UTF_8),
            service.get(receipt + ".tlog-proof").body().getBytes(UTF_8)
          });
    }
    return receipts;
  }

  private void withdraw(RunningService service) throws Exception {
    List<Hash> hashes = new ArrayList<>();
    List<Entry> withdrawals = new ArrayList<>();
    for (int i = 0; i < WITHDRAWN; i++) {
      JsonNode organisation = service.json("/api/v1/organisations/XI-T-" + i);
      Hash hash = new Hash(organisation.at("/texts/0/hash").asString());
      hashes.add(hash);
      withdrawals.add(
          new Entry(Header.of("withdrawal-" + i, Samples.KEEPER), new Withdrawal(hash, "asked")));
    }
    withdrawAsAnother(service);
    service.record(withdrawals.toArray(Entry[]::new));
    for (Hash hash : hashes) {
      awaitWithdrawn(service, hash);
    }
  }

  /** A member that recorded no entry with the text cannot silence who did, whatever it states. */
  private static void withdrawAsAnother(RunningService service) throws Exception {
    JsonNode kept = service.json("/api/v1/organisations/XI-T-" + (TEXTS - 1));
    Hash hash = new Hash(kept.at("/texts/0/hash").asString());
    Entry withdrawal =
        new Entry(Header.of("not-mine", Samples.KEEPER), new Withdrawal(hash, "asked"));
    assertThat(service.bean(Recorder.class).record("XI-T-0", List.of(withdrawal)))
        .allMatch(RecordResult.Recorded.class::isInstance);
  }

  private static void awaitWithdrawn(RunningService service, Hash hash) throws Exception {
    long end = System.nanoTime() + LONGEST.toNanos();
    while (service.get("/api/v1/texts/" + hash.hex()).statusCode() != 410) {
      assertThat(System.nanoTime() - end).as("withdrawn").isNegative();
      Thread.sleep(20);
    }
  }

  private static List<String> donors() {
    List<String> needles = new ArrayList<>(forms(SALT));
    needles.addAll(forms("Donor-Surname-".getBytes(UTF_8)));
    needles.addAll(forms("@donors.example".getBytes(UTF_8)));
    return needles;
  }

  private static List<String> needles(JsonNode text) {
    List<String> needles =
        new ArrayList<>(forms(Base64.getUrlDecoder().decode(text.get("salt").asString())));
    needles.addAll(forms(text.get("text").asString().getBytes(UTF_8)));
    return needles;
  }

  /** As bytes, as a database shows them, and as JSON often carries them. */
  private static List<String> forms(byte[] secret) {
    return List.of(
        new String(secret, ISO_8859_1),
        HexFormat.of().formatHex(secret),
        Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
  }

  /** Where something may stand, every byte as one character. */
  private record Place(String name, String bytes) {}

  private static List<String> holding(List<Place> places, List<String> needles) {
    return places.stream()
        .filter(place -> needles.stream().anyMatch(place.bytes()::contains))
        .map(Place::name)
        .toList();
  }

  /** The files of the service, its log and every row of its database. */
  private List<Place> places(String log) throws Exception {
    List<Place> places = new ArrayList<>();
    places.add(new Place("log", log));
    try (Stream<Path> files = Files.walk(data)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        places.add(new Place(file.toString(), new String(Files.readAllBytes(file), ISO_8859_1)));
      }
    }
    places.add(new Place("database", new String(dump(), ISO_8859_1)));
    return places;
  }

  private static byte[] dump() throws Exception {
    StringBuilder dump = new StringBuilder();
    try (Connection connection = DATABASE.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      List<String> tables = new ArrayList<>();
      try (ResultSet rows =
          statement.executeQuery(
              "SELECT quote_ident(tablename) FROM pg_tables WHERE schemaname = 'public'")) {
        while (rows.next()) {
          tables.add(rows.getString(1));
        }
      }
      for (String table : tables) {
        try (ResultSet rows = statement.executeQuery("SELECT t::text FROM " + table + " t")) {
          while (rows.next()) {
            dump.append(rows.getString(1)).append('\n');
          }
        }
      }
    }
    return dump.toString().getBytes(UTF_8);
  }
}
