package org.lepta.service.anchoring;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.web3j.protocol.Service;

/**
 * JSON-RPC over the JDK's client, in bounded time and memory. The address may hold a secret of the
 * node's operator, so that it stands in no message.
 */
class JdkService extends Service implements AutoCloseable {

  private static final Duration CONNECTING = Duration.ofSeconds(5);
  private static final Duration LONGEST = Duration.ofSeconds(20);
  private static final int MOST_BYTES = 4 << 20;
  private static final int OK = 200;

  private final URI address;
  private final HttpClient http;

  JdkService(URI address) {
    super(false);
    this.address = address;
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(CONNECTING)
            .build();
  }

  @Override
  protected InputStream performIO(String payload) throws IOException {
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .timeout(LONGEST)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(payload))
            .build();
    try {
      HttpResponse<byte[]> answer =
          http.send(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), MOST_BYTES));
      if (answer.statusCode() != OK) {
        throw new IOException("the node answers with status " + answer.statusCode());
      }
      return new ByteArrayInputStream(answer.body());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while asking the node", e);
    }
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
