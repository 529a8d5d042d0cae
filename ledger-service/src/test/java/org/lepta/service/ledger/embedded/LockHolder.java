package org.lepta.service.ledger.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.lepta.service.kernel.ProcessLock;

/** Another process that has a ledger's folder open until it is destroyed. */
final class LockHolder {
  private LockHolder() {}

  /** Starts the process and returns once it holds the lock. */
  static Process start(Path folder) throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Process process =
        new ProcessBuilder(
                java,
                "-cp",
                System.getProperty("java.class.path"),
                LockHolder.class.getName(),
                folder.toString())
            .redirectErrorStream(true)
            .start();
    var output =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      if (line.equals("held")) {
        return process;
      }
    }
    throw new IOException("the process ended early");
  }

  /** Opens the folder named first and waits to be destroyed. */
  public static void main(String[] args) throws Exception {
    try (ProcessLock _ = FolderLock.take(Path.of(args[0]))) {
      System.out.println("held");
      Thread.sleep(Long.MAX_VALUE);
    }
  }
}
