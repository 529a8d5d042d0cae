package org.lepta.service.explorer.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.lepta.ledger.entry.FundMode;
import org.lepta.service.audit.Audit;
import org.lepta.service.audit.Report;
import org.lepta.service.audit.Trust;
import org.lepta.service.testing.RunningService;
import org.lepta.service.testing.Samples;
import org.lepta.service.testing.TestDatabase;
import org.lepta.service.transparency.log.LogKeyFiles;
import org.lepta.service.transparency.log.TransparencyLog;
import org.lepta.service.transparency.proof.Fault;
import org.lepta.service.transparency.proof.KnownLogs;
import org.lepta.service.transparency.proof.Policy;
import org.lepta.service.transparency.proof.ReceiptVerifier;
import org.lepta.service.transparency.proof.Verdict;
import org.lepta.service.transparency.proof.VerifierKey;
import tools.jackson.databind.JsonNode;

/** A real service changes its log's key once and goes on; its readers follow. */
final class KeyChangeOverHttpTest {

  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.empty();

  private static final Duration LONGEST = Duration.ofSeconds(30);

  @TempDir Path data;
  @TempDir Path readers;

  private static final class Receipt {

    private final byte[] entry;
    private final byte[] proof;

    private Receipt(byte[] entry, byte[] proof) {
      this.entry = entry;
      this.proof = proof;
    }

    static Receipt of(RunningService service, long leaf) throws Exception {
      return new Receipt(
          service.get("/api/v1/receipts/" + leaf + ".entry").body().getBytes(UTF_8),
          service.get("/api/v1/receipts/" + leaf + ".tlog-proof").body().getBytes(UTF_8));
    }

    Verdict under(Policy policy) {
      return ReceiptVerifier.strict(policy).verify(entry, proof);
    }
  }

  private RunningService start() {
    return RunningService.start(data, DATABASE.settings(), "--lepta.log.origin=log.example/keys");
  }

  private static JsonNode log(RunningService service) throws Exception {
    return service.json("/api/v1/status").get("log");
  }

  private static void awaitSignedBy(RunningService service, VerifierKey key) throws Exception {
    long end = System.nanoTime() + LONGEST.toNanos();
    while (!key.toString().equals(service.bean(TransparencyLog.class).state().vkey())) {
      assertThat(System.nanoTime() - end).isNegative();
      Thread.sleep(20);
    }
    awaitAll(service);
  }

  private static long awaitAll(RunningService service) throws Exception {
    long size = log(service).get("size").asLong();
    assertThat(service.bean(TransparencyLog.class).awaitPublished(size, LONGEST)).isTrue();
    return size;
  }

  @Test
  void receiptsPagesAndReadersFollowTheKey() throws Exception {
    LogKeyFiles files = new LogKeyFiles(data);
    KnownLogs known = new KnownLogs(readers.resolve("known_logs"));
    Audit audit = new Audit(new Trust(null, known), null, (done, size) -> {});
    VerifierKey old;
    Receipt before;
    try (RunningService service = start()) {
      service.record(
          Samples.organisation(Samples.KEEPER),
          Samples.fund("f", Samples.KEEPER, FundMode.MANAGED));
      awaitAll(service);
      old = files.inUse();
      before = Receipt.of(service, 0);
      assertThat(audit.run(List.of(service.base())).outcome()).isEqualTo(Report.Outcome.EQUAL);
      assertThat(known.all()).containsExactly(old);
      assertThat(log(service).get("formerKeys")).isEmpty();
    }
    Files.copy(data.resolve("log-key"), data.resolve("kept"), StandardCopyOption.COPY_ATTRIBUTES);
    VerifierKey next = files.prepareNext();
    try (RunningService service = start()) {
      awaitSignedBy(service, next);
      service.record(Samples.donation("d1", "f", "5"));
      long size = awaitAll(service);
      JsonNode log = log(service);
      assertThat(log.get("alarm").isNull()).isTrue();
      assertThat(log.get("vkey").asString()).isEqualTo(next.toString());
      assertThat(log.get("keyRecorded").asBoolean()).isTrue();
      assertThat(log.at("/formerKeys/0/vkey").asString()).isEqualTo(old.toString());
      long leaf = log.at("/formerKeys/0/replacedAt").asLong();
      assertThat(service.get("/log/key-change/" + leaf).body())
          .startsWith("log.example/keys\n" + (leaf + 1) + "\n");
      assertThat(service.get("/log/key-change/0").statusCode()).isEqualTo(404);
      assertThat(service.get("/en/about").body())
          .contains("replaced by entry " + leaf)
          .contains(old.id().toString());

      Receipt after = Receipt.of(service, size - 1);
      Policy both = Policy.parse(service.get("/log/policy").body().getBytes(UTF_8));
      assertThat(both.logs()).containsExactly(next, old);
      assertThat(before.under(both)).isInstanceOf(Verdict.Proven.class);
      assertThat(after.under(both)).isInstanceOf(Verdict.Proven.class);
      Policy oldOnly = Policy.ofKeys(List.of(old));
      assertThat(before.under(oldOnly)).isInstanceOf(Verdict.Proven.class);
      assertThat(after.under(oldOnly))
          .isInstanceOfSatisfying(
              Verdict.Refused.class,
              refused -> {
                assertThat(refused.fault()).isEqualTo(Fault.SIGNATURE_MISSING);
                assertThat(refused.detail()).contains("if the log has changed its key");
              });

      Report report = audit.run(List.of(service.base()));
      assertThat(report.outcome()).isEqualTo(Report.Outcome.EQUAL);
      assertThat(report.logs().getFirst().keyChanges()).hasSize(1);
      assertThat(known.all()).containsExactly(old, next);
      assertThat(audit.run(List.of(data.toString())).outcome()).isEqualTo(Report.Outcome.EQUAL);
    }
    assertThat(files.inUse()).isEqualTo(next);
    assertThat(files.nextFile()).doesNotExist();

    Files.move(data.resolve("kept"), data.resolve("log-key"), StandardCopyOption.REPLACE_EXISTING);
    try (RunningService service = start()) {
      service.record(Samples.donation("d2", "f", "5"));
      assertThat(log(service).at("/alarm/code").asString()).isEqualTo("LOG_KEY_REPLACED");
      assertThat(service.json("/api/v1/log-keys").get("items")).hasSize(2);
      assertThat(service.get("/api/v1/receipts/0.tlog-proof").statusCode()).isEqualTo(200);
    }
  }
}
