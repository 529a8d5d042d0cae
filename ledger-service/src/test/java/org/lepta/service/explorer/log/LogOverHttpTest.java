package org.lepta.service.explorer.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lepta.ledger.entry.Entry;
import org.lepta.service.testing.RandomEntries;
import org.lepta.service.testing.RunningService;
import org.lepta.service.testing.Samples;
import org.lepta.service.testing.TestDatabase;
import org.lepta.service.transparency.log.TransparencyLog;
import org.lepta.service.transparency.proof.Checkpoint;
import org.lepta.service.transparency.proof.LogProof;
import org.lepta.service.transparency.proof.MerkleHash;
import org.lepta.service.transparency.proof.NoteCheck;
import org.lepta.service.transparency.proof.SignedNote;
import org.lepta.service.transparency.proof.VerifierKey;
import tools.jackson.databind.JsonNode;

/** The published log of a running service, as anyone can read and check it. */
final class LogOverHttpTest {

  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.empty();

  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final Duration LONGEST = Duration.ofSeconds(30);

  @TempDir static Path data;
  private static RunningService service;
  private static long size;

  @BeforeAll
  static void start() throws Exception {
    service =
        RunningService.start(data, DATABASE.settings(), "--lepta.log.origin=log.example.org/gifts");
    service.record(RandomEntries.registered().toArray(Entry[]::new));
    service.record(Samples.donation("d/1 ü", "m1", "7"));
    service.record(new RandomEntries(5).next(400));
    size = service.json("/api/v1/status").at("/log/size").asLong();
    assertThat(service.bean(TransparencyLog.class).awaitPublished(size, LONGEST)).isTrue();
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  private static HttpResponse<byte[]> get(String path) throws Exception {
    return send("GET", path);
  }

  private static HttpResponse<byte[]> send(String method, String path)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(service.base() + path))
            .method(method, HttpRequest.BodyPublishers.noBody())
            .build();
    return HTTP.send(request, BodyHandlers.ofByteArray());
  }

  private static Checkpoint verified(SignedNote note) throws Exception {
    VerifierKey key = VerifierKey.parse(service.json("/api/v1/status").at("/log/vkey").asString());
    assertThat(NoteCheck.of(note, List.of(key)).isSignedBy(key)).isTrue();
    return Checkpoint.parse(note.text());
  }

  @Test
  void checkpointIsSignedByTheKeyOfTheStatus() throws Exception {
    HttpResponse<byte[]> answer = get("/log/checkpoint");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type"))
        .hasValueSatisfying(
            type -> assertThat(type).isEqualToIgnoringCase("text/plain;charset=utf-8"));
    assertThat(answer.headers().firstValue("Cache-Control")).contains("public, max-age=2");
    Checkpoint checkpoint = verified(SignedNote.parse(answer.body()));
    JsonNode log = service.json("/api/v1/status").get("log");
    assertThat(checkpoint.origin()).isEqualTo("log.example.org/gifts");
    assertThat(checkpoint.size()).isEqualTo(size);
    assertThat(checkpoint.root().hex()).isEqualTo(log.get("root").asString());
    assertThat(log.at("/published/size").asLong()).isEqualTo(size);
    assertThat(log.at("/published/root").asString()).isEqualTo(log.get("root").asString());
    assertThat(log.get("alarm").isNull()).isTrue();
  }

  @Test
  void keyStandsInTheLog() throws Exception {
    JsonNode keys = service.json("/api/v1/log-keys").get("items");

    assertThat(keys).hasSize(1);
    assertThat(keys.at("/0/vkey").asString())
        .isEqualTo(service.json("/api/v1/status").at("/log/vkey").asString());
    assertThat(
            PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("log-key"))))
        .isEqualTo("rw-------");
  }

  @Test
  void tilesAreImmutableFiles() throws Exception {
    HttpResponse<byte[]> tile = get("/log/tile/0/000");

    assertThat(tile.statusCode()).isEqualTo(200);
    assertThat(tile.body())
        .hasSize(8_192)
        .isEqualTo(Files.readAllBytes(data.resolve("log/tile/0/000")));
    assertThat(tile.headers().firstValue("Content-Type")).contains("application/octet-stream");
    assertThat(tile.headers().firstValue("Cache-Control"))
        .contains("public, max-age=31536000, immutable");
    String tag = tile.headers().firstValue("ETag").orElseThrow();
    HttpRequest again =
        HttpRequest.newBuilder(URI.create(service.base() + "/log/tile/0/000"))
            .header("If-None-Match", tag)
            .build();
    assertThat(HTTP.send(again, BodyHandlers.discarding()).statusCode()).isEqualTo(304);
    HttpResponse<byte[]> head = send("HEAD", "/log/tile/entries/000");
    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.body()).isEmpty();
    assertThat(head.headers().firstValueAsLong("Content-Length"))
        .hasValue(Files.size(data.resolve("log/tile/entries/000")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/log/tile",
        "/log/tile/",
        "/log/tile/0/999",
        "/log/tile/0/0",
        "/log/tile/0/000.p/256",
        "/log/tile/0/%30%30%30",
        "/log/tile/0/000;x=1",
        "/log/tile/%2e%2e/%2e%2e/log-key",
        "/log/tile/..%2f..%2flog-key",
        "/log/tile/0/x001/..%2f000",
        "/log/.staging/0"
      })
  void nothingButTilesIsServed(String path) throws Exception {
    HttpResponse<byte[]> answer = get(path);

    assertThat(answer.statusCode()).isIn(400, 404);
    assertThat(new String(answer.body(), StandardCharsets.UTF_8)).doesNotContain("PRIVATE");
  }

  @Test
  void missingTileHasACode() throws Exception {
    assertThat(service.get("/log/tile/0/999").statusCode()).isEqualTo(404);
    assertThat(service.json("/log/tile/0/999").get("code").asString()).isEqualTo("NOT_FOUND");
  }

  @Test
  void everyEntryHasAReceiptThatHolds() throws Exception {
    for (long index = 0; index < size; index += 7) {
      assertReceipt(Long.toString(index), index);
    }
    JsonNode entry = service.json("/api/v1/donations/d~2F1~20~C3~BC");
    assertReceipt("donation~3Ad~2F1~20~C3~BC", entry.get("leafIndex").asLong());
  }

  private static void assertReceipt(String key, long index) throws Exception {
    HttpResponse<byte[]> file = get("/api/v1/receipts/" + key + ".tlog-proof");
    HttpResponse<byte[]> entry = get("/api/v1/receipts/" + key + ".entry");
    assertThat(file.statusCode()).as(key).isEqualTo(200);
    LogProof proof = LogProof.parse(file.body());
    Checkpoint checkpoint = verified(proof.checkpoint());
    assertThat(proof.inclusion().leafIndex()).isEqualTo(index);
    proof.inclusion().verify(MerkleHash.leaf(entry.body()), checkpoint.size(), checkpoint.root());
    assertThat(service.json("/api/v1/entries/" + index).get("leafHash").asString())
        .isEqualTo(MerkleHash.leaf(entry.body()).hex());
  }

  @Test
  void receiptOfNothingIsNotFound() throws Exception {
    for (String key : List.of("99999", "donation~3Anone", "%00", "~", "donation:x")) {
      assertThat(service.get("/api/v1/receipts/" + key + ".tlog-proof").statusCode())
          .as(key)
          .isIn(400, 404);
    }
  }

  @Test
  void entryPageSaysThatItIsPublished() throws Exception {
    assertThat(service.get("/en/entries/3").body())
        .contains("under the checkpoint of size " + size)
        .contains("/api/v1/receipts/3.tlog-proof")
        .contains("/api/v1/receipts/3.entry");
  }
}
