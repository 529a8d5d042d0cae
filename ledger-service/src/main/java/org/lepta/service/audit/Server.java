package org.lepta.service.audit;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A service that is asked by GET; every answer has a bound. Thread-safe. */
final class Server implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int MAX_JSON = 64 << 20;
  private static final int OK = 200;
  private static final int NOT_FOUND = 404;

  private final String address;
  private final HttpClient http =
      HttpClient.newBuilder()
          .followRedirects(HttpClient.Redirect.NEVER)
          .connectTimeout(Duration.ofSeconds(10))
          .build();

  Server(String address) {
    this.address = address.replaceFirst("/+$", "");
  }

  String address() {
    return address;
  }

  /** The body of an answer; nothing where there is none of that name. */
  Optional<byte[]> get(String path, int most) throws IOException, InterruptedException {
    HttpResponse<byte[]> response = send(request(path), path, most);
    return switch (response.statusCode()) {
      case OK -> Optional.of(response.body());
      case NOT_FOUND -> Optional.empty();
      default -> throw new IOException(path + " is answered with status " + response.statusCode());
    };
  }

  /** The request's own limit ends with the headers; this one covers the body too. */
  private HttpResponse<byte[]> send(HttpRequest request, String path, int most)
      throws IOException, InterruptedException {
    var answer = http.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), most));
    try {
      return answer.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw new IOException(path + " is not answered in time", e);
    } catch (ExecutionException e) {
      throw new IOException(address + path + " is not answered: " + e.getCause(), e);
    } finally {
      answer.cancel(true);
    }
  }

  private HttpRequest request(String path) throws IOException {
    try {
      return HttpRequest.newBuilder(URI.create(address + path)).timeout(PATIENCE).GET().build();
    } catch (IllegalArgumentException e) {
      throw new IOException("no address: " + address + path, e);
    }
  }

  JsonNode json(String path) throws IOException, InterruptedException {
    byte[] bytes = get(path, MAX_JSON).orElseThrow(() -> new IOException("no " + path));
    try {
      return JsonMapper.shared().readTree(bytes);
    } catch (JacksonException e) {
      throw new IOException(path + " is answered with something that is no JSON", e);
    }
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
