package org.lepta.service.network;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * What a program that ends by itself said.
 *
 * @param exitCode its exit code
 * @param out standard output
 * @param err standard error
 */
record Output(int exitCode, String out, String err) {

  /**
   * Runs a program to its end.
   *
   * @throws IOException if it cannot be started or takes longer than the limit; then it is killed
   */
  static Output of(ProcessBuilder program, Duration limit)
      throws IOException, InterruptedException {
    Process process = program.start();
    try {
      process.getOutputStream().close();
      var out = read(process.getInputStream());
      var err = read(process.getErrorStream());
      if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new IOException(
            String.join(" ", program.command()) + " took longer than " + limit.toSeconds() + " s");
      }
      return new Output(process.exitValue(), out.join(), err.join());
    } finally {
      process.destroyForcibly();
    }
  }

  private static CompletableFuture<String> read(InputStream in) {
    return CompletableFuture.supplyAsync(
        () -> {
          try (in) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
          } catch (IOException e) {
            return "";
          }
        },
        Thread::startVirtualThread);
  }

  /** Both streams. */
  String all() {
    return out + err;
  }
}
