package org.lepta.service.killing;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The real service in a process of its own, on a free port of the loopback address. */
final class ServerProcess {

  private static final Duration START_LIMIT = Duration.ofMinutes(3);
  private static final long STOP_LIMIT_SECONDS = 60;
  private static final Duration ANSWER_LIMIT = Duration.ofMinutes(3);

  private final Path folder;
  private final int port;
  private final Process process;
  private final HttpClient http = HttpClient.newHttpClient();

  private ServerProcess(Path folder, int port, Process process) {
    this.folder = folder;
    this.port = port;
    this.process = process;
  }

  /** Starts the service over the folder's data and waits until it answers. */
  static ServerProcess start(Path folder) throws IOException, InterruptedException {
    return start(folder, freePort());
  }

  /** Starts it on a port of the caller's, with more words after {@code serve}. */
  static ServerProcess start(Path folder, int port, String... more)
      throws IOException, InterruptedException {
    List<String> words = new ArrayList<>(List.of("serve", "--port", Integer.toString(port)));
    words.addAll(List.of("--data", data(folder)));
    words.addAll(List.of(more));
    Process process = command(folder, words.toArray(String[]::new)).start();
    ServerProcess server = new ServerProcess(folder, port, process);
    server.awaitAnswer();
    return server;
  }

  /** Runs fsck over the folder's data, and returns its exit code. */
  static int fsck(Path folder) throws IOException, InterruptedException {
    return command(folder, "fsck", "--data", data(folder)).start().waitFor();
  }

  private static String data(Path folder) {
    return folder.resolve("data").toString();
  }

  private static ProcessBuilder command(Path folder, String... words) {
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElseThrow());
    command.addAll(List.of("-Xmx512m", "--sun-misc-unsafe-memory-access=allow"));
    command.addAll(
        List.of(
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))));
    command.add("org.lepta.service.command.Lepta");
    command.addAll(List.of(words));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("XDG_CONFIG_HOME", folder.resolve("config").toString());
    builder.environment().remove("LEPTA_API_KEY");
    builder.redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("output.log").toFile()));
    return builder;
  }

  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private void awaitAnswer() throws IOException, InterruptedException {
    long end = System.nanoTime() + START_LIMIT.toNanos();
    while (System.nanoTime() < end && process.isAlive()) {
      try {
        if (get("/api/v1/status").statusCode() == 200) {
          return;
        }
      } catch (IOException e) {
        // Not listening yet.
      }
      Thread.sleep(200);
    }
    process.destroyForcibly();
    throw new IOException("no start: " + Files.readString(folder.resolve("output.log")));
  }

  /** Where it listens, without a slash at the end. */
  String address() {
    return "http://127.0.0.1:" + port;
  }

  /** The header with the operator's key. */
  String authorization() throws IOException {
    return "Bearer " + key();
  }

  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return http.send(request(path).GET().build(), BodyHandlers.ofString());
  }

  HttpResponse<String> post(String path, String json) throws IOException, InterruptedException {
    return http.send(
        request(path)
            .header("Authorization", authorization())
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json))
            .build(),
        BodyHandlers.ofString());
  }

  /** Uploads a small file for import. */
  HttpResponse<String> upload(String name, String content)
      throws IOException, InterruptedException {
    String body =
        String.join(
            "\r\n",
            "--edge",
            "Content-Disposition: form-data; name=\"file\"; filename=\"" + name + "\"",
            "Content-Type: application/octet-stream",
            "",
            content,
            "--edge--",
            "");
    return http.send(
        request("/api/v1/imports")
            .header("Authorization", authorization())
            .header("Content-Type", "multipart/form-data; boundary=edge")
            .POST(BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(address() + path)).timeout(ANSWER_LIMIT);
  }

  /** The key is kept per address; every start here has another port, so the first one counts. */
  private String key() throws IOException {
    String line = Files.readAllLines(folder.resolve("config/lepta/credentials")).getFirst();
    return line.substring(line.indexOf(' ') + 1);
  }

  /** SIGKILL: nothing is flushed, nobody is told. */
  void kill() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor();
  }

  /** SIGTERM, and waits for the end. */
  void stop() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(STOP_LIMIT_SECONDS, TimeUnit.SECONDS)) {
      kill();
      throw new IllegalStateException("the service did not stop when asked");
    }
  }
}
