package org.lepta.service.testing;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.lepta.ledger.entry.Entry;
import org.lepta.service.ServiceApplication;
import org.lepta.service.indexing.Indexer;
import org.lepta.service.ledger.embedded.EmbeddedLedger;
import org.lepta.service.ledger.recording.RecordResult;
import org.lepta.service.ledger.recording.Recorder;
import org.lepta.service.platform.ApiKeys;
import org.lepta.service.platform.database.DatabaseSettings;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole service on a free port, kept by {@link Samples#KEEPER}, with an HTTP client. */
public final class RunningService implements AutoCloseable {

  private static final Duration LONGEST = Duration.ofSeconds(60);

  private final HttpClient http = HttpClient.newHttpClient();
  private final ConfigurableApplicationContext context;
  private final String base;

  private RunningService(ConfigurableApplicationContext context) {
    this.context = context;
    this.base = "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port");
  }

  /**
   * Starts it.
   *
   * @param data its data folder
   * @param settings more of them, such as {@code --lepta.log.origin=…}
   */
  public static RunningService start(
      Path data, DatabaseSettings.External database, String... settings) {
    List<String> all = new ArrayList<>(List.of(settings));
    all.add("--lepta.database.url=" + database.url());
    all.add("--lepta.database.user=" + database.user());
    all.add("--lepta.database.password=" + database.password());
    return start(data, all);
  }

  /** Starts it with the embedded database of its data folder. */
  public static RunningService startAlone(Path data, String... settings) {
    return start(data, List.of(settings));
  }

  private static RunningService start(Path data, List<String> settings) {
    List<String> all =
        new ArrayList<>(
            List.of(
                "--server.port=0", "--lepta.data=" + data, "--lepta.operator=" + Samples.KEEPER));
    all.addAll(settings);
    return new RunningService(
        new SpringApplication(ServiceApplication.class).run(all.toArray(String[]::new)));
  }

  /** A part of it. */
  public <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  /** Where it listens, without a slash at the end. */
  public String base() {
    return base;
  }

  /** Makes the operator's key; once. */
  public String key() throws IOException {
    return bean(ApiKeys.class).createOnce().orElseThrow();
  }

  /** Records entries and waits until they can be read. */
  public List<RecordResult> record(Entry... entries) throws InterruptedException {
    List<RecordResult> results = bean(Recorder.class).record(Samples.KEEPER, List.of(entries));
    long newest = bean(EmbeddedLedger.class).height() - 1;
    if (!bean(Indexer.class).awaitBlock(newest, LONGEST)) {
      throw new IllegalStateException("not indexed in time");
    }
    return results;
  }

  /** The answer to GET. */
  public HttpResponse<String> get(String path) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(URI.create(base + path)).timeout(LONGEST).build();
    return http.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
  }

  /** The answer to GET as JSON, whatever its status. */
  public JsonNode json(String path) throws IOException, InterruptedException {
    return JsonMapper.shared().readTree(get(path).body());
  }

  /** The answer to a POST of JSON with the operator's key. */
  public HttpResponse<String> post(String path, String key, String json)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(base + path))
            .timeout(LONGEST)
            .header("Authorization", "Bearer " + key)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json))
            .build();
    return http.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
  }

  @Override
  public void close() {
    context.close();
  }
}
