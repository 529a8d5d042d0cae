package org.lepta.service.killing;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a foundation does all day, all at once: single gifts, grants with a release each, imported
 * files. Everybody sends the same again until it is acknowledged, whatever comes between.
 */
final class FaultLoad {
  static final String FUND = "trial/fund";
  private static final int GIVERS = 2;
  private static final int LINES = 100;
  private static final long PAUSE_MILLIS = 100;
  private static final Set<String> UNDER_WAY = Set.of("waiting", "checking", "recording");

  private final String owner;
  private final Supplier<ServerProcess> server;
  private final Set<String> acknowledged = new ConcurrentSkipListSet<>();
  private final List<Thread> threads = new ArrayList<>();
  private volatile boolean stopping;

  /** When the newest acknowledged request was sent. */
  private volatile long newestNanos;

  FaultLoad(String owner, Supplier<ServerProcess> server) {
    this.owner = owner;
    this.server = server;
    this.newestNanos = System.nanoTime();
  }

  /** Opens the fund with money for all decisions, and begins. */
  void start() throws InterruptedException {
    String by = ",\"statedBy\":\"" + owner + "\"";
    String fund =
        "{\"id\":\"%s\",\"mode\":\"managed\",\"units\":[\"EUR\"],\"owner\":\"%s\"%s}"
            .formatted(FUND, owner, by);
    mustSend("funds", "", fund);
    mustSend("donations", "donation:money", flow("money", "1000000", ""));
    for (int i = 0; i < GIVERS; i++) {
      int giver = i;
      begin(() -> give(giver));
    }
    begin(this::decide);
    begin(this::importFiles);
  }

  private void begin(Loop loop) {
    threads.add(
        Thread.ofVirtual()
            .start(() -> {
              try {
                loop.run();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            }));
  }

  @FunctionalInterface
  private interface Loop {
    void run() throws InterruptedException;
  }

  /** Kinds and ids of all that was acknowledged until now, as {@code donation:id}. */
  Set<String> acknowledged() {
    return Set.copyOf(acknowledged);
  }

  /** Whether something was acknowledged that was sent after this moment. */
  boolean hasRecordedSince(long nanos) {
    return newestNanos - nanos > 0;
  }

  private void give(int giver) throws InterruptedException {
    for (int i = 0; !stopping; i++) {
      String id = "gift-" + giver + "-" + i;
      mustSend("donations", "donation:" + id, flow(id, "1", ""));
    }
  }

  private void decide() throws InterruptedException {
    for (int i = 0; !stopping; i++) {
      String grant = "grant-" + i;
      mustSend("grants", "grant:" + grant, flow(grant, "1", ""));
      String release = "release-" + i;
      mustSend(
          "releases",
          "release:" + release,
          flow(release, "1", ",\"grant\":\"" + grant + "\",\"payee\":\"" + "ab".repeat(32) + "\""));
    }
  }

  private String flow(String id, String amount, String more) {
    return "{\"id\":\"%s\",\"statedBy\":\"%s\",\"fund\":\"%s\",\"unit\":\"EUR\",\"amount\":\"%s\"%s}"
        .formatted(id, owner, FUND, amount, more);
  }

  private void mustSend(String kinds, String key, String json) throws InterruptedException {
    while (!stopping) {
      long sent = System.nanoTime();
      try {
        int status = server.get().post("/api/v1/" + kinds, json).statusCode();
        if (status == 200 || status == 201) {
          acknowledge(sent, key);
          return;
        }
      } catch (IOException e) {
        // Nobody listens just now.
      }
      Thread.sleep(PAUSE_MILLIS);
    }
  }

  private void acknowledge(long sent, String key) {
    if (!key.isEmpty()) {
      acknowledged.add(key);
    }
    newestNanos = sent;
  }

  private void importFiles() throws InterruptedException {
    for (int i = 0; !stopping; i++) {
      boolean done = false;
      while (!done && !stopping) {
        try {
          done = importFile(i);
        } catch (IOException e) {
          Thread.sleep(PAUSE_MILLIS);
        }
      }
      if (done) {
        for (int line = 0; line < LINES; line++) {
          acknowledged.add("grant:360G-trial-" + i + "-" + line);
        }
      }
    }
  }

  private boolean importFile(int number) throws IOException, InterruptedException {
    JsonNode job = json(server.get().upload("trial-" + number + ".json", file(number)));
    String id = job.path("id").asString("");
    while (UNDER_WAY.contains(job.path("state").asString("")) && !stopping) {
      Thread.sleep(PAUSE_MILLIS);
      job = json(server.get().get("/api/v1/imports/" + id));
    }
    if (job.path("state").asString("").equals("done")) {
      return true;
    }
    Thread.sleep(PAUSE_MILLIS);
    return false;
  }

  private static JsonNode json(HttpResponse<String> response) {
    return JsonMapper.shared().readTree(response.body());
  }

  private static String file(int number) {
    StringBuilder grants = new StringBuilder("{\"grants\":[");
    for (int line = 0; line < LINES; line++) {
      grants
          .append(line == 0 ? "" : ",")
          .append("{\"id\":\"360G-trial-%d-%d\"".formatted(number, line))
          .append(",\"title\":\"Grant\",\"description\":\"For the trial\",\"currency\":\"GBP\"")
          .append(",\"amountAwarded\":1,\"awardDate\":\"2020-01-02\",")
          .append("\"fundingOrganization\":[{\"id\":\"GB-CHC-1000001\",\"name\":\"Giver\"}],")
          .append("\"recipientOrganization\":[{\"id\":\"GB-CHC-1000002\",\"name\":\"Taker\"}]}");
    }
    return grants.append("]}").toString();
  }

  /** Lets nobody send anything more. */
  void stop() throws InterruptedException {
    stopping = true;
    for (Thread thread : threads) {
      thread.join();
    }
  }
}
