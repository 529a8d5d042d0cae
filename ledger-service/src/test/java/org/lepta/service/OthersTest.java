package org.lepta.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.lepta.service.indexing.Indexer;
import org.lepta.service.kernel.Sha256;
import org.lepta.service.ledger.embedded.EmbeddedLedger;
import org.lepta.service.submission.Draft;
import org.lepta.service.submission.PlainText;
import org.lepta.service.submission.Submissions;
import org.lepta.service.testing.RunningService;
import org.lepta.service.testing.Samples;
import org.lepta.service.testing.TestDatabase;
import org.lepta.service.transparency.TextStore;
import tools.jackson.databind.JsonNode;

/** Two services over the same blocks, of which the second asks the first. */
final class OthersTest {

  private static final Duration LONGEST = Duration.ofSeconds(60);
  private static final String NAME = "Society of the Northern Wells";

  @RegisterExtension static final TestDatabase FIRST = TestDatabase.empty();
  @RegisterExtension static final TestDatabase SECOND = TestDatabase.empty();

  @TempDir Path folder;
  private RunningService first;
  private RunningService second;

  @BeforeEach
  void startBoth() throws Exception {
    Path data = folder.resolve("first");
    try (RunningService live = RunningService.start(data, FIRST.settings())) {
      live.bean(Submissions.class)
          .submit(
              List.of(
                  new Draft(
                      Samples.organisation("XI-TEST-WELLS"), List.of(PlainText.of("name", NAME)))));
      settle(live);
    }
    Path copy = folder.resolve("second");
    copyLedger(data.resolve("ledger"), copy.resolve("ledger"));
    Files.copy(
        data.resolve("log-key"), copy.resolve("log-key"), StandardCopyOption.COPY_ATTRIBUTES);
    first = RunningService.start(data, FIRST.settings());
    second =
        RunningService.start(
            copy,
            SECOND.settings(),
            "--lepta.others=" + first.base() + "/",
            "--lepta.others-pause=50ms");
  }

  @AfterEach
  void stopBoth() throws Exception {
    second.close();
    first.close();
  }

  @Test
  void agreeTakeTextsAndNoticeWhatIsWithdrawnDifferentOrGone() throws Exception {
    theyAgree();
    String hash = theTextComes();
    whatIsWithdrawnHereStaysSo(hash);
    whatIsWithdrawnThereIsGone(hash);
    aDifferenceEndsTheSigning();
    silenceIsTold();
  }

  private void theyAgree() throws Exception {
    await(() -> other().path("state").asString().equals("agrees"));
    JsonNode status = second.json("/api/v1/status");
    long height = status.at("/ledger/indexedHeight").asLong();

    assertThat(other().path("url").asString()).isEqualTo(first.base());
    assertThat(other().path("height").asLong()).isEqualTo(height);
    assertThat(other().path("size").asLong()).isEqualTo(status.at("/log/size").asLong());
    assertThat(status.at("/healthy").asBoolean()).isTrue();
    assertThat(status.at("/log/keyRecorded").asBoolean()).isTrue();
    assertThat(first.json("/api/v1/status").at("/others").isEmpty()).isTrue();
    JsonNode root = first.json("/api/v1/roots/" + height);
    assertThat(root.at("/root")).isEqualTo(status.at("/log/root"));
    assertThat(second.json("/api/v1/roots/" + height)).isEqualTo(root);
    assertThat(first.json("/api/v1/roots/0").toString())
        .isEqualTo(
            "{\"height\":0,\"size\":0,\"root\":"
                + "\"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855\","
                + "\"headerHash\":null}");
    for (String wrong : List.of("" + (height + 1), "-1", "01", "x")) {
      assertThat(first.get("/api/v1/roots/" + wrong).statusCode()).isEqualTo(404);
    }
    assertThat(second.get("/en/about").body()).contains("Same log", first.base());
    assertThat(second.get("/ru/about").body()).contains("Тот же журнал");
    assertThat(first.get("/en/about").body()).contains("nobody compares");
  }

  private String theTextComes() throws Exception {
    String page = "/en/organisations/XI-TEST-WELLS";
    await(() -> second.get(page).body().contains(NAME));
    String hash = second.json("/api/v1/organisations/XI-TEST-WELLS").at("/texts/0/hash").asString();
    HttpResponse<String> text = first.get("/api/v1/texts/" + hash);

    assertThat(text.statusCode()).isEqualTo(200);
    assertThat(text.headers().firstValue("Cache-Control")).contains("no-store");
    assertThat(second.get("/api/v1/texts/" + hash).body()).isEqualTo(text.body());
    await(() -> second.json("/api/v1/status").at("/texts/missing").asLong() == 0);
    await(() -> second.get("/api/v1/organisations?q=northern").body().contains("XI-TEST-WELLS"));
    assertThat(first.get("/api/v1/texts/" + "0".repeat(64)).statusCode()).isEqualTo(404);
    assertThat(first.get("/api/v1/texts/abc").statusCode()).isEqualTo(404);
    return hash;
  }

  private void whatIsWithdrawnHereStaysSo(String hash) throws Exception {
    second.bean(TextStore.class).withdraw(Sha256.ofHex(hash), LocalDate.of(2026, 11, 5));
    try (Connection connection = second.bean(DataSource.class).getConnection();
        PreparedStatement insert =
            connection.prepareStatement("INSERT INTO missing_text (hash) VALUES (?)")) {
      insert.setBytes(1, Sha256.ofHex(hash).bytes());
      insert.executeUpdate();
    }
    long fetched = second.json("/api/v1/status").at("/texts/fetched").asLong();

    await(() -> second.json("/api/v1/status").at("/texts/fetched").asLong() > fetched);

    HttpResponse<String> gone = second.get("/api/v1/texts/" + hash);
    assertThat(gone.statusCode()).isEqualTo(410);
    assertThat(gone.body()).contains("TEXT_WITHDRAWN", "2026-11-05");
    assertThat(second.get("/en/organisations/XI-TEST-WELLS").body()).doesNotContain(NAME);
  }

  private void whatIsWithdrawnThereIsGone(String hash) throws Exception {
    String page = "/en/organisations/XI-TEST-WELLS";
    assertThat(first.get(page).body()).contains(NAME);

    first.bean(TextStore.class).withdraw(Sha256.ofHex(hash), LocalDate.of(2026, 11, 6));

    assertThat(first.get("/api/v1/texts/" + hash).statusCode()).isEqualTo(410);
    assertThat(first.get(page).body()).doesNotContain(NAME);
  }

  private void aDifferenceEndsTheSigning() throws Exception {
    long height = second.json("/api/v1/status").at("/ledger/indexedHeight").asLong();
    String root = "UPDATE block_root SET root = sha256('other'::bytea) WHERE block = ?";
    try (Connection connection = first.bean(DataSource.class).getConnection();
        PreparedStatement change = connection.prepareStatement(root)) {
      change.setLong(1, height - 1);
      change.executeUpdate();
    }

    await(() -> !second.json("/api/v1/status").at("/log/alarm").isNull());

    JsonNode status = second.json("/api/v1/status");
    assertThat(status.at("/log/alarm/code").asString()).isEqualTo("LOG_OTHERS_DIFFER");
    assertThat(status.at("/log/alarm/detail").asString())
        .startsWith(first.base() + " has another log from height " + height);
    assertThat(status.at("/healthy").asBoolean()).isFalse();
    assertThat(other().path("state").asString()).isEqualTo("differs");
    assertThat(other().at("/firstDifference/height").asLong()).isEqualTo(height);
    assertThat(second.get("/en/about").body()).contains("Another log", "LOG_OTHERS_DIFFER");
  }

  private void silenceIsTold() throws Exception {
    first.close();

    await(() -> other().path("state").asString().equals("unreachable"));

    assertThat(other().path("trouble").asString()).isEqualTo("NO_CONNECTION");
    assertThat(second.json("/api/v1/status").at("/log/alarm/code").asString())
        .isEqualTo("LOG_OTHERS_DIFFER");
  }

  private JsonNode other() throws IOException, InterruptedException {
    return second.json("/api/v1/status").at("/others/0");
  }

  private static void await(Callable<Boolean> condition) throws Exception {
    long end = System.nanoTime() + LONGEST.toNanos();
    while (!condition.call()) {
      assertThat(System.nanoTime()).as("in time").isLessThan(end);
      Thread.onSpinWait();
    }
  }

  private static void settle(RunningService service) throws InterruptedException {
    long newest = service.bean(EmbeddedLedger.class).height() - 1;
    assertThat(service.bean(Indexer.class).awaitBlock(newest, LONGEST)).isTrue();
  }

  /** All but the lock of who has it open. */
  private static void copyLedger(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path path : (Iterable<Path>) all::iterator) {
        Path target = to.resolve(from.relativize(path).toString());
        if (Files.isDirectory(path)) {
          Files.createDirectories(target);
        } else if (!path.getFileName().toString().equals("lock")) {
          Files.copy(path, target, StandardCopyOption.COPY_ATTRIBUTES);
        }
      }
    }
  }
}
