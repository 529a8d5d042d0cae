package org.lepta.service.command;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lepta.service.platform.Credentials;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Talks to a running service with the user's key. */
final class ServerClient {

  private static final JsonMapper JSON = JsonMapper.shared();

  private final String server;
  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();

  ServerClient(String server) {
    this.server = server.endsWith("/") ? server.substring(0, server.length() - 1) : server;
  }

  /** The service said no, or cannot be understood. */
  static final class AnswerException extends Exception {

    private static final long serialVersionUID = 1L;

    AnswerException(String message) {
      super(message);
    }
  }

  JsonNode get(String path) throws IOException, InterruptedException, AnswerException {
    return send(HttpRequest.newBuilder(URI.create(server + path)).GET());
  }

  JsonNode post(String path, JsonNode body)
      throws IOException, InterruptedException, AnswerException {
    return send(
        authorised(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body))));
  }

  /** An answer that is read while it comes. */
  record Download(HttpResponse<InputStream> answer) implements AutoCloseable {

    InputStream content() {
      return answer.body();
    }

    String header(String name) {
      return answer.headers().firstValue(name).orElse("?");
    }

    @Override
    public void close() throws IOException {
      answer.body().close();
    }
  }

  /** Begins to read what everybody may read; it ends with an exception if it breaks off. */
  Download download(String path) throws IOException, InterruptedException, AnswerException {
    try {
      HttpResponse<InputStream> answer =
          http.send(
              HttpRequest.newBuilder(URI.create(server + path)).GET().build(),
              BodyHandlers.ofInputStream());
      if (answer.statusCode() != 200) {
        try (InputStream problem = answer.body()) {
          throw refused(JSON.readTree(problem));
        }
      }
      return new Download(answer);
    } catch (ConnectException e) {
      throw nobody();
    } catch (JacksonException e) {
      throw unreadable();
    }
  }

  private static AnswerException refused(JsonNode problem) {
    return new AnswerException(
        problem.path("code").asString() + ": " + problem.path("detail").asString());
  }

  private AnswerException nobody() {
    return new AnswerException(
        "no service answers at %s; start it with scripts/lepta serve".formatted(server));
  }

  private static AnswerException unreadable() {
    return new AnswerException("the service's answer cannot be read");
  }

  /** Sends a file as multipart form data without holding it in memory. */
  JsonNode upload(Path file, @Nullable String as, @Nullable String dates, boolean dryRun)
      throws IOException, InterruptedException, AnswerException {
    String boundary = "lepta-" + UUID.randomUUID();
    BodyPublisher body =
        BodyPublishers.concat(
            BodyPublishers.ofString(field(boundary, "as", as)),
            BodyPublishers.ofString(field(boundary, "dates", dates)),
            BodyPublishers.ofString(field(boundary, "dryRun", Boolean.toString(dryRun))),
            BodyPublishers.ofString(fileHeader(boundary, file)),
            BodyPublishers.ofFile(file),
            BodyPublishers.ofString("\r\n--" + boundary + "--\r\n"));
    return send(
        authorised("/api/v1/imports")
            .header("Content-Type", "multipart/form-data; boundary=" + boundary)
            .POST(body));
  }

  private static String field(String boundary, String name, @Nullable String value) {
    return value == null
        ? ""
        : "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
            .formatted(boundary, name, value);
  }

  private static String fileHeader(String boundary, Path file) {
    String name = String.valueOf(file.getFileName()).replaceAll("[\"\\r\\n]", "_");
    return String.join(
        "\r\n",
        "--" + boundary,
        "Content-Disposition: form-data; name=\"file\"; filename=\"" + name + "\"",
        "Content-Type: application/octet-stream",
        "",
        "");
  }

  private HttpRequest.Builder authorised(String path) throws IOException, AnswerException {
    String key =
        Credentials.ofUser()
            .find(server)
            .orElseThrow(() ->
                new AnswerException(
                    "no key for %s in %s; set LEPTA_API_KEY"
                        .formatted(server, Credentials.ofUser().file())));
    return HttpRequest.newBuilder(URI.create(server + path))
        .header("Authorization", "Bearer " + key);
  }

  private JsonNode send(HttpRequest.Builder request)
      throws IOException, InterruptedException, AnswerException {
    try {
      HttpResponse<byte[]> response = http.send(request.build(), BodyHandlers.ofByteArray());
      JsonNode body = JSON.readTree(response.body());
      if (response.statusCode() >= 400) {
        throw refused(body);
      }
      return body;
    } catch (ConnectException e) {
      throw nobody();
    } catch (JacksonException e) {
      throw unreadable();
    }
  }
}
