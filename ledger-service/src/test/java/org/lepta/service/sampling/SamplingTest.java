package org.lepta.service.sampling;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lepta.ledger.entry.Fee;
import org.lepta.ledger.money.Amount;
import org.lepta.ledger.money.Unit;
import org.lepta.service.audit.TestLogs;
import org.lepta.service.audit.VerifiedLog;
import org.lepta.service.kernel.Sha256;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Samples are taken from a log and repeated; what was tampered with is refused. */
final class SamplingTest {

  private static final LocalDate MAY_DAY = LocalDate.of(2026, 5, 1);

  @TempDir Path folder;
  private Path logFolder = Path.of("");
  private Path out = Path.of("");
  private SampledLog log = new SampledLog(Path.of(""));

  @BeforeEach
  void begin() {
    logFolder = folder.resolve("log");
    out = folder.resolve("sample");
    log = new SampledLog(logFolder);
  }

  private static Opening opening(String interval, boolean byKind, @Nullable LocalDate to) {
    Plan plan =
        new Plan(
            SampledLog.ORIGIN,
            SampledLog.FUND,
            "GBP",
            Amount.parse(interval),
            null,
            null,
            byKind,
            List.of(),
            null,
            to);
    return new Opening(plan, Sha256.digest("salt".getBytes(UTF_8)));
  }

  @FunctionalInterface
  private interface Work<T> {
    T on(Sampling sampling) throws Exception;
  }

  private <T> T with(Path place, Work<T> work) throws Exception {
    try (VerifiedLog opened = VerifiedLog.open(place.toString(), TestLogs.trust())) {
      return work.on(new Sampling(opened));
    }
  }

  private JsonNode take(Opening opening) throws Exception {
    with(logFolder, sampling -> sampling.take(opening.bytes(), out));
    return JsonMapper.shared().readTree(Files.readAllBytes(out.resolve("sample.json")));
  }

  private Sampling.Outcome check() throws Exception {
    return with(logFolder, sampling -> sampling.check(out));
  }

  private void manyPayments() {
    Random random = new Random(17);
    for (int i = 0; i < 700; i++) {
      log.pay("p-" + i, Integer.toString(1 + random.nextInt(900)));
    }
  }

  @Test
  void whatIsAboveTheIntervalIsWholeAndCorrectionsCount() throws Exception {
    long large = log.pay("large", "500");
    log.pay("halved", "400");
    log.pay("undone", "900");
    log.correct("halved", "400");
    log.correct("undone", "600.5");
    log.correct("undone", "299.5");
    log.correct("nothing", "7");
    log.correct(null, "3");
    long partly = log.pay("partly", "1000");
    log.correct("partly", "0.0001");
    Opening opening = opening("300", false, null);
    long draw = log.draw(opening);
    log.pay("later", "5000");
    log.correct("large", "500");
    log.publish();

    JsonNode sample = take(opening);

    assertThat(sample.at("/draw/leafIndex").asLong()).isEqualTo(draw);
    assertThat(sample.at("/checkpoint/size").asLong()).isEqualTo(draw + 1);
    assertThat(sample.get("population").toString())
        .isEqualTo(
            "{\"payments\":2,\"total\":\"1499.9999\",\"corrected\":3,\"unattributed\":\"10\","
                + "\"undated\":0}");
    assertThat(sample.get("selected").toString())
        .isEqualTo(
            ("[{\"leafIndex\":%d,\"kind\":\"disbursement\",\"recorded\":\"500\",\"amount\":\"500\","
                    + "\"stratum\":\"top\",\"hitUnit\":null},"
                    + "{\"leafIndex\":%d,\"kind\":\"disbursement\",\"recorded\":\"1000\","
                    + "\"amount\":\"999.9999\",\"stratum\":\"top\",\"hitUnit\":null}]")
                .formatted(large, partly));
    assertThat(check().remark()).isEmpty();
  }

  @Test
  void ofEqualIdsTheNewestIsCorrectedFirst() throws Exception {
    long first = log.pay("same", "500");
    log.pay("same", "500");
    log.correct("same", "500");
    Opening opening = opening("300", false, null);
    log.draw(opening);

    assertThat(take(opening).get("selected").findValuesAsString("leafIndex"))
        .containsExactly(Long.toString(first));
  }

  @Test
  void aPeriodTakesWhatHasNoDateAndStrataFollowTheKind() throws Exception {
    log.add("dated", MAY_DAY, SampledLog.payment(SampledLog.FUND, "500"));
    log.add("after", MAY_DAY.plusDays(1), SampledLog.payment(SampledLog.FUND, "500"));
    log.add("undated", null, SampledLog.payment(SampledLog.FUND, "20"));
    log.add("elsewhere", MAY_DAY, SampledLog.payment("XM-OTHER", "500"));
    log.add(
        "fee", MAY_DAY, new Fee(SampledLog.FUND, new Unit("GBP"), Amount.parse("30"), null, null));
    log.add(
        "eur", MAY_DAY, new Fee(SampledLog.FUND, new Unit("EUR"), Amount.parse("30"), null, null));
    Opening opening = opening("100", true, MAY_DAY);
    log.draw(opening);

    JsonNode sample = take(opening);

    assertThat(sample.at("/population/undated").asLong()).isOne();
    assertThat(sample.get("strata").findValuesAsString("name"))
        .containsExactly("disbursement/0", "fee/0", "top");
    assertThat(sample.get("strata").findValuesAsString("total")).containsExactly("20", "30", "500");
  }

  @Test
  void aSampleIsRepeatedByAnybodyFromALaterCopy() throws Exception {
    manyPayments();
    Opening opening = opening("2000", false, null);
    log.draw(opening);
    manyPayments();
    log.publish();

    JsonNode sample = take(opening);

    int selected = sample.get("selected").size();
    assertThat(selected).isBetween(100, 250);
    assertThat(Files.readString(out.resolve("working-paper.csv")).lines()).hasSize(selected + 1);
    try (var files = Files.list(out.resolve("entries"))) {
      assertThat(files).hasSize(2 * selected);
    }
    assertThat(check().selected()).isEqualTo(selected);
    Files.writeString(out.resolve("working-paper.csv"), "filled in");
    assertThat(check().witnesses()).isZero();
    Files.delete(logFolder.resolve("draw/700"));
    assertThat(check().remark()).startsWith("This place does not keep the checkpoint");
  }

  @Test
  void whatWasChangedInTheFolderIsNamed() throws Exception {
    manyPayments();
    Opening opening = opening("2000", false, null);
    log.draw(opening);
    JsonNode sample = take(opening);
    String json = Files.readString(out.resolve("sample.json"));
    String leaf = sample.at("/selected/0/leafIndex").asString();

    Files.writeString(out.resolve("sample.json"), json.replaceFirst("\"amount\" : \"", "$09"));
    assertThatThrownBy(this::check).hasMessageStartingWith("sample.json: /selected/0/amount is");
    Files.writeString(out.resolve("sample.json"), json);
    Path entry = out.resolve("entries").resolve(leaf + ".entry");
    byte[] bytes = Files.readAllBytes(entry);
    Files.delete(entry);
    assertThatThrownBy(this::check).hasMessage("entries/" + leaf + ".entry is missing.");
    Files.write(entry, "other".getBytes(UTF_8));
    assertThatThrownBy(this::check).hasMessageContaining("is not that of the log");
    Files.write(entry, bytes);
    check();

    Opening other = opening("2001", false, null);
    Files.write(out.resolve("opening.json"), other.bytes());
    assertThatThrownBy(this::check).hasMessageStartingWith("No draw note in the log commits");
  }

  @Test
  void anotherCheckpointThanTheFirstIsRefused() throws Exception {
    manyPayments();
    Opening opening = opening("2000", false, null);
    log.draw(opening);
    take(opening);
    log.pay("later", "1");
    log.publish();

    Files.copy(
        logFolder.resolve("checkpoint"),
        out.resolve("checkpoint"),
        java.nio.file.StandardCopyOption.REPLACE_EXISTING);

    assertThatThrownBy(this::check).hasMessageContaining("keeps another checkpoint as the first");
  }

  @Test
  void aLogThatIsNotWhatWasSignedGivesNoSample() throws Exception {
    manyPayments();
    Opening opening = opening("2000", false, null);
    log.draw(opening);
    Path bundle = logFolder.resolve("tile/entries/001");
    byte[] bytes = Files.readAllBytes(bundle);
    String text = new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1);
    int amount = text.indexOf("\"amount\":\"") + 10;
    bytes[amount] = (byte) (bytes[amount] == '9' ? '8' : '9');
    Files.write(bundle, bytes);

    assertThatThrownBy(() -> take(opening)).isInstanceOf(VerifiedLog.DiffersException.class);
    assertThat(out.resolve("sample.json")).doesNotExist();
  }

  @Test
  void withoutADrawOnTheLogOrACheckpointBehindItNothingIsTaken() throws Exception {
    manyPayments();
    log.publish();
    Opening opening = opening("2000", false, null);

    assertThatThrownBy(() -> take(opening)).hasMessageStartingWith("No draw note in the log");
    long draw = log.draw(opening);
    Files.delete(logFolder.resolve("draw/" + draw));
    assertThatThrownBy(() -> take(opening)).hasMessageContaining("no checkpoint behind it is kept");
    Files.createDirectories(out);
    Files.writeString(out.resolve("mine"), "");
    assertThatThrownBy(() -> take(opening)).hasMessageContaining("is not empty");
  }

  /** Every change of an opening is another opening or none. */
  @Test
  void anOpeningHasOneForm() throws Exception {
    byte[] bytes = opening("2000", false, MAY_DAY).bytes();

    assertThat(Opening.parse(bytes).bytes()).isEqualTo(bytes);
    List<String> taken = new ArrayList<>();
    Random random = new Random(3);
    for (int i = 0; i < 2_000; i++) {
      byte[] changed = bytes.clone();
      changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
      try {
        assertThat(Opening.parse(changed).bytes()).isEqualTo(changed);
        taken.add(new String(changed, UTF_8));
      } catch (SampleException e) {
        assertThat(e.getMessage()).isNotBlank();
      }
    }
    assertThat(taken).isNotEmpty();
  }
}
