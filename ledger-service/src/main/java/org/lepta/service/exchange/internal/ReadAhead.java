package org.lepta.service.exchange.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;

/**
 * Reads and maps the next records in a thread of its own while the last ones are being recorded.
 * Records are taken in the order of the file by the calling thread; a bounded number is ahead.
 */
final class ReadAhead {

  private static final int PART_LINES = 500;
  private static final int PARTS_AHEAD = 8;

  /** An empty part is the last. */
  private final ArrayBlockingQueue<List<Mapped>> parts = new ArrayBlockingQueue<>(PARTS_AHEAD);

  private List<Mapped> part = new ArrayList<>();
  private int lines;

  private ReadAhead() {}

  /** Gives every record of a file to a consumer. */
  @FunctionalInterface
  interface Reading<T> {
    T read(Consumer<Mapped> each) throws IOException;
  }

  /**
   * Reads to the end and hands every record on.
   *
   * @return what the reading returned
   * @throws IOException as the reading did, after the records before it were taken; unchecked
   *     exceptions likewise
   */
  static <T> T read(Reading<T> reading, Consumer<Mapped> taker) throws IOException {
    ReadAhead ahead = new ReadAhead();
    CompletableFuture<T> result = new CompletableFuture<>();
    Thread reader =
        Thread.ofPlatform().name("lepta-read-ahead").start(() -> ahead.run(reading, result));
    try {
      ahead.take(taker);
      return result.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while a file was read", e);
    } catch (ExecutionException e) {
      throw thrown(e);
    } finally {
      // After an error of the taker nobody waits for what is ahead.
      reader.interrupt();
    }
  }

  private <T> void run(Reading<T> reading, CompletableFuture<T> result) {
    try {
      try {
        result.complete(reading.read(this::add));
      } catch (IOException | RuntimeException | Error e) {
        result.completeExceptionally(e);
      }
      if (!part.isEmpty()) {
        parts.put(part);
      }
      parts.put(List.of());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void add(Mapped record) {
    part.add(record);
    lines += record.lines().size() + 1;
    if (lines >= PART_LINES) {
      try {
        parts.put(part);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("nobody takes the records", e);
      }
      part = new ArrayList<>();
      lines = 0;
    }
  }

  private void take(Consumer<Mapped> taker) throws InterruptedException {
    for (List<Mapped> next = parts.take(); !next.isEmpty(); next = parts.take()) {
      next.forEach(taker);
    }
  }

  private static IOException thrown(ExecutionException e) {
    return switch (e.getCause()) {
      case IOException cause -> cause;
      case RuntimeException cause -> throw cause;
      case Error cause -> throw cause;
      case null, default -> throw new IllegalStateException(e);
    };
  }
}
