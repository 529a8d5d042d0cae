package org.lepta.service.platform.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Runs one program of the server's to its end. */
final class SystemCommand {

  /** What the program left behind. */
  record Result(int exitCode, String output) {

    boolean succeeded() {
      return exitCode == 0;
    }
  }

  private SystemCommand() {}

  /**
   * Runs the program and collects what it writes.
   *
   * @throws DatabaseException if it cannot be run or the thread is interrupted
   */
  static Result run(List<String> command) {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    cleanEnvironment(builder.environment());
    try {
      Process process = builder.start();
      process.getOutputStream().close();
      String output = new String(process.getInputStream().readAllBytes(), Charset.defaultCharset());
      return new Result(process.waitFor(), output.strip());
    } catch (IOException e) {
      throw new DatabaseException("cannot run " + command.getFirst() + ": " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DatabaseException("interrupted while " + command.getFirst() + " ran", e);
    }
  }

  /**
   * Returns the command in the form in which PostgreSQL runs it: it refuses to work for the super
   * user, who therefore steps into a user namespace where he is nobody in particular.
   */
  static List<String> asPostgresAccepts(List<String> command) {
    if (!isSuperUser()) {
      return command;
    }
    List<String> unshared = new ArrayList<>(List.of("unshare", "--user"));
    if (!canRun(List.of("unshare", "--user", "true"))) {
      throw new DatabaseException(
          "PostgreSQL does not run as root, and this system lets root make no user namespace:"
              + " start Lepta as an ordinary user, or set the URL of a PostgreSQL server");
    }
    unshared.addAll(command);
    return unshared;
  }

  private static boolean canRun(List<String> command) {
    try {
      return run(command).succeeded();
    } catch (DatabaseException e) {
      return false;
    }
  }

  private static boolean isSuperUser() {
    Path self = Path.of("/proc/self");
    try {
      return Files.exists(self)
          ? Integer.valueOf(0).equals(Files.getAttribute(self, "unix:uid"))
          : "root".equals(System.getProperty("user.name"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Variables such as PGDATA or PGOPTIONS of the operator's shell must not reach our server. */
  private static void cleanEnvironment(Map<String, String> environment) {
    environment.keySet().removeIf(name -> name.startsWith("PG"));
    environment.put("LC_ALL", "C");
    environment.put("TZ", "UTC");
  }
}
