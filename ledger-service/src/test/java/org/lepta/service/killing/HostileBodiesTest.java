package org.lepta.service.killing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Bodies that are not what was asked for, sent to a service with 512 MB: 200 MB each, 1 GB with
 * {@code -Dlepta.long=true}.
 */
final class HostileBodiesTest {

  private static final long SIZE = (Boolean.getBoolean("lepta.long") ? 1_000L : 200L) << 20;
  private static final String EDGE = "multipart/form-data; boundary=edge";
  private static final String HEAD =
      "--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.json\"\r\n\r\n";

  @TempDir static Path folder;
  private static ServerProcess server;
  private static HttpClient http;

  @BeforeAll
  static void start() throws Exception {
    server = ServerProcess.start(folder);
    http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  }

  @AfterAll
  static void stop() throws Exception {
    http.close();
    server.stop();
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "/api/v1/donations, application/json, zeros, 413, REQUEST_TOO_LARGE",
        "/api/v1/donations, application/json, spaces, 413, REQUEST_TOO_LARGE",
        "/api/v1/donations, -, spaces, 415, MEDIA_TYPE_NOT_SUPPORTED",
        "/api/v1/donations, text/plain, zeros, 415, MEDIA_TYPE_NOT_SUPPORTED",
        "/api/v1/imports, multipart/form-data; boundary=edge, zeros, 422, FILE_EMPTY",
        "/api/v1/imports, multipart/form-data; boundary=edge, spaces, 422, FILE_EMPTY",
        "/api/v1/imports, application/json, spaces, 415, MEDIA_TYPE_NOT_SUPPORTED",
        "/api/v1/imports, -, zeros, 415, MEDIA_TYPE_NOT_SUPPORTED"
      })
  void endlessBodiesAreRefusedWithACode(
      String path, @Nullable String type, String what, int status, String code) throws Exception {
    for (boolean chunked : new boolean[] {true, false}) {
      byte filling = (byte) (what.equals("zeros") ? 0 : ' ');
      HttpResponse<String> answer = send(path, type, body(EDGE.equals(type), filling, chunked));

      requireProblem(answer, status, code);
    }
    requireAlive();
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      quoteCharacter = '`',
      value = {
        "/api/v1/donations, -, {}, 415, MEDIA_TYPE_NOT_SUPPORTED",
        "/api/v1/donations, application/x-www-form-urlencoded, id=1, 415, MEDIA_TYPE_NOT_SUPPORTED",
        "/api/v1/donations, nonsense, {}, 415, MEDIA_TYPE_NOT_SUPPORTED",
        "/api/v1/donations, application/json, ``, 400, REQUEST_MALFORMED",
        "/api/v1/donations, application/json, {, 400, REQUEST_MALFORMED",
        "/api/v1/donations, application/json, [], 400, REQUEST_MALFORMED",
        "/api/v1/donations, application/json, null, 400, REQUEST_MALFORMED",
        "/api/v1/donations, application/json, {}, 400, ID_MISSING",
        "/api/v1/donations, application/json, `{\"id\":1}`, 422, ENTRY_MALFORMED",
        "/api/v1/donations, application/json, `{\"id\":\"a\",\"id\":\"b\"}`, 400, REQUEST_MALFORMED",
        "/api/v1/donations, multipart/form-data; boundary=edge, {}, 415, MEDIA_TYPE_NOT_SUPPORTED",
        "/api/v1/releases/r/approvals, -, {}, 415, MEDIA_TYPE_NOT_SUPPORTED",
        "/api/v1/releases/r/approvals, application/json, {, 400, REQUEST_MALFORMED",
        "/api/v1/imports, -, {}, 415, MEDIA_TYPE_NOT_SUPPORTED",
        "/api/v1/imports, application/json, {}, 415, MEDIA_TYPE_NOT_SUPPORTED",
        "/api/v1/imports, application/x-www-form-urlencoded, file=1, 415, MEDIA_TYPE_NOT_SUPPORTED",
        "/api/v1/imports, multipart/form-data, {}, 400, REQUEST_MALFORMED",
        "/api/v1/imports, multipart/form-data; boundary=edge, {}, 400, REQUEST_MALFORMED",
        "/api/v1/imports, multipart/form-data; boundary=edge, --edge--, 400, REQUEST_MALFORMED",
        "/api/v1/gifts, application/json, {}, 404, NOT_FOUND"
      })
  void bodiesOfAnotherFormAreRefusedWithACode(
      String path, @Nullable String type, String body, int status, String code) throws Exception {
    requireProblem(send(path, type, BodyPublishers.ofString(body)), status, code);
  }

  @Test
  void jsonNestedWithoutEndIsRefused() throws Exception {
    for (String open : List.of("[", "{\"a\":")) {
      BodyPublisher body = BodyPublishers.ofString(open.repeat(200_000));
      requireProblem(send("/api/v1/donations", "application/json", body), 400, "REQUEST_MALFORMED");
    }
  }

  @Test
  void methodThatIsNotThereIsRefusedWithACode() throws Exception {
    HttpRequest request =
        request("/api/v1/status").header("Authorization", server.authorization()).DELETE().build();
    HttpResponse<String> answer =
        http.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));

    assertThat(answer.statusCode()).isEqualTo(405);
    assertThat(json(answer).path("code").asString()).isEqualTo("METHOD_NOT_ALLOWED");
  }

  @Test
  void withoutTheKeyNothingIsRead() throws Exception {
    HttpRequest request =
        request("/api/v1/donations")
            .header("Content-Type", "application/json")
            .POST(body(false, (byte) ' ', true))
            .build();

    requireProblem(
        http.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8)),
        401,
        "KEY_REQUIRED");
  }

  private static HttpResponse<String> send(String path, @Nullable String type, BodyPublisher body)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        request(path).header("Authorization", server.authorization()).POST(body);
    if (type != null) {
      request.header("Content-Type", type);
    }
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
  }

  private static HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(server.address() + path))
        .timeout(Duration.ofMinutes(3));
  }

  private static BodyPublisher body(boolean form, byte filling, boolean chunked) {
    byte[] head = form ? HEAD.getBytes(StandardCharsets.US_ASCII) : new byte[0];
    byte[] tail = form ? "\r\n--edge--\r\n".getBytes(StandardCharsets.US_ASCII) : new byte[0];
    BodyPublisher streamed =
        BodyPublishers.ofInputStream(() ->
            new SequenceInputStream(
                new SequenceInputStream(new ByteArrayInputStream(head), new Filling(filling)),
                new ByteArrayInputStream(tail)));
    return chunked
        ? streamed
        : BodyPublishers.fromPublisher(streamed, head.length + SIZE + tail.length);
  }

  private static void requireProblem(HttpResponse<String> answer, int status, String code) {
    assertThat(answer.body()).contains('"' + code + '"');
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("application/problem+json");
    JsonNode problem = json(answer);
    assertThat(problem.path("code").asString()).isEqualTo(code);
    assertThat(problem.path("detail").asString()).isNotBlank();
  }

  /** Nothing was recorded, and the service goes on. */
  private static void requireAlive() throws Exception {
    JsonNode totals = json(server.get("/api/v1/totals"));
    assertThat(totals.at("/counts/donations").asInt()).isZero();
    assertThat(totals.at("/counts/grants").asInt()).isZero();
  }

  private static JsonNode json(HttpResponse<String> answer) {
    return JsonMapper.shared().readTree(answer.body());
  }

  /** As many equal bytes as a body has. */
  private static final class Filling extends InputStream {
    private final byte value;
    private long left = SIZE;

    Filling(byte value) {
      this.value = value;
    }

    @Override
    public int read() {
      return left-- > 0 ? value : -1;
    }

    @Override
    public int read(byte[] into, int from, int length) {
      int count = (int) Math.min(left, length);
      Arrays.fill(into, from, from + count, value);
      left -= count;
      return count == 0 && length > 0 ? -1 : count;
    }
  }
}
