package org.lepta.service.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.lepta.ledger.entry.Entry;
import org.lepta.service.testing.RandomEntries;
import org.lepta.service.testing.RunningService;
import org.lepta.service.testing.Samples;
import org.lepta.service.testing.TestDatabase;
import org.lepta.service.transparency.log.TransparencyLog;
import org.lepta.service.transparency.proof.NoteSigner;
import org.lepta.service.transparency.proof.SignatureType;
import org.lepta.service.transparency.proof.SignerFile;
import org.lepta.service.transparency.witness.OwnRoot;
import org.lepta.service.transparency.witness.Witness;
import org.lepta.service.transparency.witness.WitnessServer;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An auditor samples a running service whose log a real witness cosigns. */
final class SampleOverHttpTest {

  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.empty();

  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final String FUND = "m1";

  @TempDir static Path data;
  @TempDir Path own;
  private static RunningService service;
  private static WitnessServer witness;
  private static String key;

  @BeforeAll
  static void start() throws Exception {
    // The witness knows the log before its first checkpoint.
    Files.createDirectories(data.resolve("service"));
    NoteSigner log =
        new SignerFile(data.resolve("service/log-key"), SignatureType.ED25519)
            .create("log.example.org/sampled", new SecureRandom());
    NoteSigner signer = NoteSigner.ofWitness("witness.example/w1", new byte[32]);
    witness =
        WitnessServer.start(
            Witness.open(
                signer,
                origin -> List.of(log.verifierKey()),
                OwnRoot.NONE,
                data.resolve("witness"),
                Clock.systemUTC()),
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    Path policy = data.resolve("policy");
    Files.writeString(
        policy,
        "witness w1 %s http://127.0.0.1:%d\nquorum w1\n"
            .formatted(signer.verifierKey(), witness.port()));
    service =
        RunningService.start(
            data.resolve("service"),
            DATABASE.settings(),
            "--lepta.log.origin=log.example.org/sampled",
            "--lepta.log.policy=" + policy);
    key = service.key();
    service.record(RandomEntries.registered().toArray(Entry[]::new));
    service.record(new RandomEntries(5).next(600));
  }

  @AfterAll
  static void stop() {
    service.close();
    witness.close();
  }

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int lepta(String... arguments) {
    CommandLine line = Lepta.commandLine();
    line.setOut(new PrintWriter(out, true));
    line.setErr(new PrintWriter(err, true));
    return line.execute(arguments);
  }

  private String unit() throws Exception {
    return service.json("/api/v1/disbursements?fund=" + FUND).at("/items/0/unit").asString();
  }

  private Path readersPolicy() throws Exception {
    HttpResponse<String> policy =
        HTTP.send(
            HttpRequest.newBuilder(URI.create(service.base() + "/log/policy")).build(),
            BodyHandlers.ofString());
    return Files.writeString(own.resolve("policy"), policy.body());
  }

  private long record(String note) throws Exception {
    HttpResponse<String> answer =
        HTTP.send(
            HttpRequest.newBuilder(URI.create(service.base() + "/api/v1/draws"))
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(note))
                .build(),
            BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
    String id = JsonMapper.shared().readTree(note).get("id").asString();
    return service.json("/api/v1/draws/" + id).get("leafIndex").asLong();
  }

  private void awaitCheckpointBehind(long leaf) throws Exception {
    long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (service.bean(TransparencyLog.class).afterDraw(leaf).isEmpty()) {
      assertThat(System.nanoTime() - end).as("cosigned").isNegative();
      Thread.sleep(20);
    }
  }

  @Test
  void aDrawIsCommittedToTakenRepeatedAndVerified() throws Exception {
    Path policy = readersPolicy();
    String opening = own.resolve("draw.json").toString();
    String sample = own.resolve("sample").toString();
    String[] draw = {
      "sample",
      "draw",
      "--fund",
      FUND,
      "--unit",
      unit(),
      "--items",
      "12",
      "--by-kind",
      "--stated-by",
      Samples.KEEPER,
      "--policy",
      policy.toString(),
      "--out",
      opening,
      service.base()
    };
    String[] take = {
      "sample",
      "take",
      "--draw",
      opening,
      "--out",
      sample,
      "--policy",
      policy.toString(),
      service.base()
    };

    assertThat(lepta(draw)).as(err.toString()).isZero();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(Path.of(opening))))
        .isEqualTo("rw-------");
    String note = out.toString().strip();
    assertThat(lepta(draw)).isEqualTo(1);
    assertThat(err.toString()).contains("There is a file").contains("Keep it secret");
    assertThat(lepta(take)).isEqualTo(1);
    assertThat(err.toString()).contains("No draw note in the log commits to this opening");

    long leaf = record(note);
    awaitCheckpointBehind(leaf);
    service.record(new RandomEntries(9).next(300));
    Files.deleteIfExists(Path.of(sample));
    assertThat(lepta(take)).as(err.toString()).isZero();

    assertThat(out.toString()).contains("cosigned by 1 witness(es)").doesNotContain("own word");
    JsonNode made =
        JsonMapper.shared().readTree(Files.readAllBytes(own.resolve("sample/sample.json")));
    assertThat(made.at("/draw/leafIndex").asLong()).isEqualTo(leaf);
    assertThat(made.get("selected").size()).isPositive();
    assertThat(Files.readAllBytes(own.resolve("sample/checkpoint")))
        .isEqualTo(service.bean(TransparencyLog.class).afterDraw(leaf).orElseThrow());
    assertThat(lepta("sample", "check", "--policy", policy.toString(), sample, service.base()))
        .as(err.toString())
        .isZero();
    String folder = data.resolve("service").toString();
    assertThat(lepta("sample", "check", "--policy", policy.toString(), sample, folder)).isZero();
    assertThat(lepta(verifyAll(policy))).as(out.toString()).isZero();

    Files.writeString(own.resolve("sample/sample.json"), made.toString().replace(FUND, "m2"));
    assertThat(lepta("sample", "check", "--policy", policy.toString(), sample, service.base()))
        .isEqualTo(1);
    assertThat(err.toString()).contains("/fund is");
  }

  private String[] verifyAll(Path policy) throws Exception {
    List<String> arguments = new ArrayList<>(List.of("verify", "--policy", policy.toString()));
    try (var files = Files.list(own.resolve("sample/entries"))) {
      files.map(Path::toString).filter(f -> f.endsWith(".tlog-proof")).forEach(arguments::add);
    }
    assertThat(arguments).hasSizeGreaterThan(3);
    return arguments.toArray(String[]::new);
  }

  @Test
  void onlyDrawsHaveACheckpointOfTheirOwn() throws Exception {
    for (String path :
        List.of("/log/draw/0", "/log/draw/99999999", "/log/draw/01", "/log/draw/x")) {
      HttpResponse<byte[]> answer =
          HTTP.send(
              HttpRequest.newBuilder(URI.create(service.base() + path)).build(),
              BodyHandlers.ofByteArray());
      assertThat(answer.statusCode()).as(path).isEqualTo(404);
      assertThat(new String(answer.body(), UTF_8)).contains("NOT_FOUND");
    }
  }
}
