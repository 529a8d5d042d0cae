package org.lepta.service.explorer.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.lepta.ledger.entry.FundMode;
import org.lepta.service.testing.RunningService;
import org.lepta.service.testing.Samples;
import org.lepta.service.testing.TestDatabase;
import org.lepta.service.transparency.log.TransparencyLog;
import tools.jackson.databind.JsonNode;

/** A service with its log is stopped, tampered with, and started again. */
final class LogRestartTest {

  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.empty();

  private static final Duration LONGEST = Duration.ofSeconds(30);

  @TempDir Path data;

  private RunningService start() {
    return RunningService.start(data, DATABASE.settings());
  }

  private static JsonNode log(RunningService service) throws Exception {
    return service.json("/api/v1/status").get("log");
  }

  private static long awaitAll(RunningService service) throws Exception {
    long size = log(service).get("size").asLong();
    assertThat(service.bean(TransparencyLog.class).awaitPublished(size, LONGEST)).isTrue();
    return size;
  }

  @Test
  void logGoesOnAfterARestartAndAKeyThatOthersCanReadIsNotUsed() throws Exception {
    long size;
    String key;
    try (RunningService service = start()) {
      service.record(
          Samples.organisation(Samples.KEEPER),
          Samples.fund("f", Samples.KEEPER, FundMode.MANAGED));
      size = awaitAll(service);
      key = log(service).get("vkey").asString();
    }
    Path file = data.resolve("log-key");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
    try (RunningService service = start()) {
      service.record(Samples.donation("d1", "f", "5"));
      JsonNode log = log(service);
      assertThat(log.at("/alarm/code").asString()).isEqualTo("LOG_KEY_RIGHTS");
      assertThat(log.get("vkey").isNull()).isTrue();
      assertThat(log.at("/published/size").asLong()).isEqualTo(size);
      assertThat(service.json("/api/v1/status").get("healthy").asBoolean()).isFalse();
      assertThat(service.get("/log/checkpoint").body()).contains("\n" + size + "\n");
      assertThat(service.get("/api/v1/receipts/0.tlog-proof").statusCode()).isEqualTo(200);
      JsonNode waiting = service.json("/api/v1/receipts/donation~3Ad1.tlog-proof");
      assertThat(waiting.get("status").asInt()).isEqualTo(409);
      assertThat(waiting.get("code").asString()).isEqualTo("NOT_PUBLISHED");
      assertThat(service.get("/en/entries/" + size).body())
          .contains("this server signs no checkpoints now");
    }
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    try (RunningService service = start()) {
      assertThat(awaitAll(service)).isEqualTo(size + 1);
      assertThat(log(service).get("vkey").asString()).isEqualTo(key);
      assertThat(service.json("/api/v1/log-keys").get("items")).hasSize(1);
    }
    Files.move(file, data.resolve("elsewhere"));
    try (RunningService service = start()) {
      assertThat(log(service).at("/alarm/code").asString()).isEqualTo("LOG_KEY_MISSING");
      assertThat(file).doesNotExist();
    }
  }
}
