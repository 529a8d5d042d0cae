package org.lepta.service.network;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The file in which a process wrote its id just before it became a program.
 *
 * @param file where it is
 * @param program name of the program's file
 */
record ProcessFile(Path file, String program) {
  /** What clocks and scheduling put between a process's start and its writing of the file. */
  private static final Duration TOLERANCE = Duration.ofSeconds(10);

  private static final long GRACE_SECONDS = 10;

  /**
   * Returns the process if it runs. A process that got the same id later, or runs another program,
   * is not it.
   */
  Optional<ProcessHandle> find() throws IOException {
    try {
      long id = Long.parseLong(Files.readString(file).strip());
      Instant written = Files.getLastModifiedTime(file).toInstant();
      return ProcessHandle.of(id).filter(handle -> isIt(handle.info(), written));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (NumberFormatException e) {
      throw new IOException(file + " holds no process id", e);
    }
  }

  /** A process that has ended but was not waited for has no command any more. */
  private boolean isIt(ProcessHandle.Info info, Instant written) {
    boolean sameProgram =
        info.command()
            .map(command -> Path.of(command).getFileName().toString().equals(program))
            .orElse(false);
    return sameProgram
        && info.startInstant()
            .map(start -> Duration.between(start, written).abs().compareTo(TOLERANCE) < 0)
            .orElse(false);
  }

  /**
   * Ends the process, by force if it does not end by itself, and removes the file.
   *
   * @return whether there was a process
   */
  boolean stop() throws IOException, InterruptedException {
    Optional<ProcessHandle> running = find();
    if (running.isPresent()) {
      running.get().destroy();
      if (!awaitEnd(running.get())) {
        running.get().destroyForcibly();
        if (!awaitEnd(running.get())) {
          throw new IOException("process " + running.get().pid() + " cannot be ended");
        }
      }
    }
    Files.deleteIfExists(file);
    return running.isPresent();
  }

  private boolean awaitEnd(ProcessHandle handle) throws IOException, InterruptedException {
    try {
      handle.onExit().get(GRACE_SECONDS, TimeUnit.SECONDS);
      return true;
    } catch (TimeoutException e) {
      return find().isEmpty();
    } catch (ExecutionException e) {
      throw new IllegalStateException("the end of a process is never refused", e);
    }
  }
}
