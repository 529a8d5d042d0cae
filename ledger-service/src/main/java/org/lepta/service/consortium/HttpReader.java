package org.lepta.service.consortium;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Asks by GET, with a bound on the time of the whole answer and on its bytes. Redirects are not
 * followed, so that no service can send this one to an address of its choice. Thread-safe.
 */
final class HttpReader implements AutoCloseable {

  private static final Duration CONNECTING = Duration.ofSeconds(3);
  private static final int OK = 200;

  private final HttpClient http;
  private final Duration longest;

  HttpReader(Duration longest) {
    this.longest = longest;
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(CONNECTING)
            .build();
  }

  /** An answer; its body is there only where the status is 200. */
  @SuppressWarnings("ArrayRecordComponent") // read once and never compared
  record Answer(int status, byte[] body) {}

  /** Asks; any status but 2xx, 404 and 410 is no answer. */
  Answer get(URI address, int mostBytes) throws NoAnswerException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .timeout(longest)
            .header("Accept", "application/json")
            .header("Cache-Control", "no-cache")
            .build();
    CompletableFuture<HttpResponse<byte[]>> answer =
        http.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), mostBytes));
    HttpResponse<byte[]> response = await(answer, address);
    return switch (response.statusCode()) {
      case OK, 404, 410 -> new Answer(response.statusCode(), response.body());
      default ->
          throw new NoAnswerException(
              Trouble.REFUSED, address + " answers with status " + response.statusCode());
    };
  }

  /** The request's own limit ends with the headers; this one covers the body too. */
  private HttpResponse<byte[]> await(CompletableFuture<HttpResponse<byte[]>> answer, URI address)
      throws NoAnswerException, InterruptedException {
    try {
      return answer.get(longest.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new NoAnswerException(Trouble.TOO_SLOW, address + " takes too long", e);
    } catch (ExecutionException e) {
      throw new NoAnswerException(troubleOf(e.getCause()), address + ": " + e.getCause(), e);
    } finally {
      answer.cancel(true);
    }
  }

  private static Trouble troubleOf(@Nullable Throwable cause) {
    return switch (cause) {
      case java.net.http.HttpTimeoutException e -> Trouble.TOO_SLOW;
      case IOException e when String.valueOf(e.getMessage()).contains("exceeds capacity") ->
          Trouble.TOO_LARGE;
      case null, default -> Trouble.NO_CONNECTION;
    };
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
