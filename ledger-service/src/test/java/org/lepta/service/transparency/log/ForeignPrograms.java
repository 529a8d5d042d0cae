package org.lepta.service.transparency.log;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.lepta.service.kernel.Sha256;
import org.lepta.service.transparency.proof.FaultException;
import org.lepta.service.transparency.proof.SignatureType;
import org.lepta.service.transparency.proof.VerifierKey;

/**
 * Programs that nobody here wrote: {@code litewitness}, {@code witnessctl} and {@code spicy} of the
 * package torchwood, with the SSH agent that keeps the witness's key. Stopped by process id.
 */
final class ForeignPrograms implements AutoCloseable {

  private static final int ED25519_BYTES = 32;

  private final Path folder;
  private final List<Process> running = new ArrayList<>();

  /** Works in a folder whose path is short: the agent's socket has few characters. */
  ForeignPrograms(Path folder) {
    this.folder = folder;
  }

  /** Finds a program, or ends the test as skipped, by its name. */
  static String need(String... names) {
    for (String name : names) {
      for (String path : System.getenv("PATH").split(File.pathSeparator, -1)) {
        if (Files.isExecutable(Path.of(path, name))) {
          return name;
        }
      }
    }
    return abort("needs the program " + names[0] + " (package torchwood) on the PATH");
  }

  /** Runs a program to its end and returns its exit code; what it says is kept beside. */
  int run(String... command) throws IOException, InterruptedException {
    Process process = start(command);
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      throw new IOException(command[0] + " does not end");
    }
    return process.exitValue();
  }

  private void require(String... command) throws IOException, InterruptedException {
    if (run(command) != 0) {
      throw new IOException(String.join(" ", command) + ": " + said());
    }
  }

  private Process start(String... command) throws IOException {
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("said").toFile()))
            .start();
    running.add(process);
    return process;
  }

  /** What the programs said so far. */
  String said() throws IOException {
    return Files.readString(folder.resolve("said"), UTF_8);
  }

  /**
   * Starts a witness that watches one log.
   *
   * @return its key, and where it listens
   */
  Running witness(String name, VerifierKey log) throws IOException, InterruptedException {
    require("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "", "-f", "key");
    String socket = folder.resolve("agent").toString();
    start("ssh-agent", "-D", "-a", socket);
    awaitFile(folder.resolve("agent"));
    require("env", "SSH_AUTH_SOCK=" + socket, "ssh-add", "-q", "key");
    require("witnessctl", "add-log", "-db", "db", "-origin", log.name());
    require("witnessctl", "add-key", "-db", "db", "-origin", log.name(), "-key", log.toString());
    int port = freePort();
    String fingerprint = fingerprint();
    start(
        "litewitness",
        "-db",
        "db",
        "-key",
        fingerprint,
        "-name",
        name,
        "-ssh-agent",
        socket,
        "-listen",
        "127.0.0.1:" + port);
    awaitPort(port);
    return new Running(key(name), port);
  }

  /** A witness that runs. */
  record Running(VerifierKey key, int port) {

    String policyLine() {
      return "witness foreign %s http://127.0.0.1:%d\n".formatted(key, port);
    }
  }

  private byte[] publicKeyBlob() throws IOException {
    String[] words = Files.readString(folder.resolve("key.pub"), US_ASCII).split(" ", -1);
    return Base64.getDecoder().decode(words[1].strip());
  }

  private String fingerprint() throws IOException {
    byte[] hash = Sha256.digest(publicKeyBlob()).bytes();
    return "SHA256:" + Base64.getEncoder().withoutPadding().encodeToString(hash);
  }

  private VerifierKey key(String name) throws IOException {
    byte[] blob = publicKeyBlob();
    try {
      return VerifierKey.of(
          name,
          SignatureType.COSIGNATURE_V1,
          Arrays.copyOfRange(blob, blob.length - ED25519_BYTES, blob.length));
    } catch (FaultException e) {
      throw new IOException("the key of the agent is no Ed25519 key", e);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private void awaitPort(int port) throws IOException, InterruptedException {
    for (int attempt = 0; attempt < 300; attempt++) {
      try (Socket _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
        return;
      } catch (IOException e) {
        Thread.sleep(50);
      }
    }
    throw new IOException("the witness does not listen: " + said());
  }

  private void awaitFile(Path file) throws IOException, InterruptedException {
    for (int attempt = 0; attempt < 300; attempt++) {
      if (Files.exists(file)) {
        return;
      }
      Thread.sleep(50);
    }
    throw new IOException("the agent does not start: " + said());
  }

  @Override
  public void close() {
    for (Process process : running.reversed()) {
      process.destroy();
      process.onExit().orTimeout(10, TimeUnit.SECONDS).exceptionally(_ -> end(process)).join();
    }
  }

  private static Process end(Process process) {
    return process.destroyForcibly();
  }
}
