package org.lepta.service.killing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The service is killed while donations come in one by one and a file is imported. */
final class KillTest {

  private static final long SEED = Long.getLong("lepta.seed", 20261121L);
  private static final int KILLS = Boolean.getBoolean("lepta.long") ? 50 : 3;
  private static final int SENDERS = 4;
  private static final int GRANTS = 1_500;
  private static final String OWNER = "XI-KILL-OWNER";

  @TempDir Path folder;

  private final Random random = new Random(SEED);
  private final Set<Integer> acknowledged = new ConcurrentSkipListSet<>();
  private final AtomicInteger next = new AtomicInteger();

  @Test
  void nothingAcknowledgedIsLostAndNothingIsDoubled() throws Exception {
    ServerProcess server = ServerProcess.start(folder);
    prepare(server);
    for (int kill = 0; kill < KILLS; kill++) {
      int dieAfterMillis = 200 + random.nextInt(2_500);
      load(server, dieAfterMillis);
      server = ServerProcess.start(folder);
      sendAgain(server);
    }
    finishImport(server);

    int donations = next.get();
    assertThat(acknowledged).hasSize(donations);
    JsonNode totals = json(server.get("/api/v1/totals"));
    assertThat(totals.at("/counts/donations").asInt()).isEqualTo(donations);
    assertThat(totals.at("/counts/grants").asInt()).isEqualTo(GRANTS);
    assertThat(totals.at("/managed/0/donated").asString())
        .isEqualTo(Long.toString((long) donations * (donations + 1) / 2));
    assertThat(totals.at("/managed/0/free").asString())
        .isEqualTo(totals.at("/managed/0/donated").asString());
    server.stop();
    assertThat(ServerProcess.fsck(folder)).isZero();
  }

  private static void prepare(ServerProcess server) throws IOException, InterruptedException {
    String by = ",\"statedBy\":\"" + OWNER + "\"}";
    assertThat(server.post("/api/v1/organisations", "{\"id\":\"" + OWNER + "\"" + by).statusCode())
        .isEqualTo(201);
    assertThat(server.post("/api/v1/members", "{\"id\":\"" + OWNER + "\"" + by).statusCode())
        .isEqualTo(201);
    assertThat(
            server
                .post(
                    "/api/v1/funds",
                    "{\"id\":\"kill/fund\",\"mode\":\"managed\",\"units\":[\"RUB\"],\"owner\":\""
                        + OWNER
                        + "\""
                        + by)
                .statusCode())
        .isEqualTo(201);
  }

  /** Sends from several threads and kills the server under them. */
  private void load(ServerProcess server, int dieAfterMillis) throws Exception {
    List<Thread> threads = new ArrayList<>();
    threads.add(Thread.ofVirtual().start(() -> quietly(() -> upload(server))));
    for (int i = 0; i < SENDERS; i++) {
      threads.add(Thread.ofVirtual().start(() -> quietly(() -> sendUntilDead(server))));
    }
    Thread.sleep(dieAfterMillis);
    server.kill();
    for (Thread thread : threads) {
      thread.join();
    }
  }

  private void sendUntilDead(ServerProcess server) throws IOException, InterruptedException {
    while (true) {
      int number = next.incrementAndGet();
      if (send(server, number).statusCode() == 201) {
        acknowledged.add(number);
      }
    }
  }

  private static HttpResponse<String> send(ServerProcess server, int number)
      throws IOException, InterruptedException {
    return server.post(
        "/api/v1/donations",
        "{\"id\":\"D%d\",\"statedBy\":\"%s\",\"fund\":\"kill/fund\",\"unit\":\"RUB\",\"amount\":\"%d\"}"
            .formatted(number, OWNER, number));
  }

  /** Sends again what got no answer, and a part of what did: that must be there already. */
  private void sendAgain(ServerProcess server) throws IOException, InterruptedException {
    for (int number : new TreeSet<>(acknowledged)) {
      if (random.nextInt(10) == 0) {
        assertThat(send(server, number).statusCode())
            .as("donation %d again", number)
            .isEqualTo(200);
      }
    }
    for (int number = 1; number <= next.get(); number++) {
      if (!acknowledged.contains(number)) {
        assertThat(send(server, number).statusCode()).isIn(200, 201);
        acknowledged.add(number);
      }
    }
  }

  private static String upload(ServerProcess server) throws IOException, InterruptedException {
    return json(server.upload("kill.json", file())).path("id").asString();
  }

  private static void finishImport(ServerProcess server) throws IOException, InterruptedException {
    String id = upload(server);
    JsonNode job = json(server.get("/api/v1/imports/" + id));
    for (int i = 0; i < 600 && !job.path("state").asString().equals("done"); i++) {
      assertThat(job.path("state").asString()).isNotIn("refused", "failed");
      Thread.sleep(100);
      job = json(server.get("/api/v1/imports/" + id));
    }
    assertThat(job.path("state").asString()).isEqualTo("done");
  }

  private static String file() {
    StringBuilder grants = new StringBuilder("{\"grants\":[");
    for (int i = 1; i <= GRANTS; i++) {
      grants
          .append(i == 1 ? "" : ",")
          .append("{\"id\":\"360G-kill-")
          .append(i)
          .append("\",\"title\":\"Grant ")
          .append(i)
          .append("\",\"description\":\"For the trial\",\"currency\":\"GBP\",\"amountAwarded\":")
          .append(i)
          .append(",\"awardDate\":\"2020-01-02\",")
          .append("\"fundingOrganization\":[{\"id\":\"GB-CHC-1000001\",\"name\":\"Giver\"}],")
          .append("\"recipientOrganization\":[{\"id\":\"GB-CHC-1000002\",\"name\":\"Taker\"}]}");
    }
    return grants.append("]}").toString();
  }

  private static JsonNode json(HttpResponse<String> response) {
    return JsonMapper.shared().readTree(response.body());
  }

  /** The server dies in the middle of requests; what got no answer is sent again later. */
  private static void quietly(SendingLoop loop) {
    try {
      loop.run();
    } catch (IOException e) {
      // The server is dead.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @FunctionalInterface
  private interface SendingLoop {
    void run() throws IOException, InterruptedException;
  }
}
