package org.lepta.service.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The server process that a cluster's {@code postmaster.pid} names, if it is running.
 *
 * @param process the process, recognised as PostgreSQL working on this cluster
 */
record Postmaster(ProcessHandle process) {

  private static final String PID_FILE = "postmaster.pid";

  /**
   * Finds the running server of the cluster. A note left by a server that is gone is taken away
   * when its number still stands for a process, which PostgreSQL itself would take for a server.
   *
   * @throws DatabaseException if the note is unreadable or names a process that cannot be judged
   */
  static Optional<Postmaster> find(Path cluster) {
    Path note = cluster.resolve(PID_FILE);
    try {
      if (!Files.exists(note)) {
        return Optional.empty();
      }
      Optional<ProcessHandle> process = ProcessHandle.of(processId(note));
      if (process.isEmpty()) {
        return Optional.empty();
      }
      if (worksOn(process.get(), cluster)) {
        return process.map(Postmaster::new);
      }
      Files.delete(note);
      return Optional.empty();
    } catch (IOException e) {
      throw new DatabaseException("cannot tell whether a server runs on " + cluster, e);
    }
  }

  private static long processId(Path note) throws IOException {
    List<String> lines = Files.readAllLines(note);
    try {
      // A single-user session, such as a repair, writes its number with a minus.
      return Math.abs(Long.parseLong(lines.getFirst().strip()));
    } catch (NumberFormatException | NoSuchElementException e) {
      throw new DatabaseException(
          note + " holds no process id: make sure that no PostgreSQL runs there, then delete it",
          e);
    }
  }

  /** Tells whether the process is a PostgreSQL server at work on the cluster. */
  static boolean worksOn(ProcessHandle process, Path cluster) throws IOException {
    if (hasEnded(process)) {
      return false;
    }
    String program = process.info().command().orElse(null);
    if (program == null) {
      throw new DatabaseException(
          "process " + process.pid() + " may be the PostgreSQL server of " + cluster
              + " but belongs to somebody else: stop it first");
    }
    if (!Path.of(program.replace(" (deleted)", "")).endsWith("postgres")) {
      return false;
    }
    Path workingFolder = workingFolder(process);
    return workingFolder != null
        ? workingFolder.equals(cluster.toRealPath())
        : process.info().commandLine().orElse("").contains(cluster.toString());
  }

  /** A process that ended but that nobody has asked about yet still has its number. */
  private static boolean hasEnded(ProcessHandle process) throws IOException {
    Path status = Path.of("/proc", Long.toString(process.pid()), "status");
    if (!process.isAlive() || !Files.exists(status)) {
      return !process.isAlive();
    }
    try (Stream<String> lines = Files.lines(status)) {
      return lines.anyMatch(line -> line.startsWith("State:") && line.contains("Z"));
    }
  }

  /** PostgreSQL always works in its cluster; only Linux lets us see that. */
  private static @Nullable Path workingFolder(ProcessHandle process) throws IOException {
    Path link = Path.of("/proc", Long.toString(process.pid()), "cwd");
    return Files.exists(Path.of("/proc/self/cwd")) ? Files.readSymbolicLink(link) : null;
  }
}
