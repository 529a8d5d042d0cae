package org.lepta.service.network;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Does the same with several things at once and waits for all. */
final class Parallel {

  /** What is done with one of them. */
  interface Step<T> {
    void run(T item) throws IOException, InterruptedException, NetworkException;
  }

  private Parallel() {}

  /** Runs the step for each item; of several failures the first in order is thrown. */
  static <T> void each(List<T> items, Step<T> step)
      throws IOException, InterruptedException, NetworkException {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> running = new ArrayList<>();
      for (T item : items) {
        running.add(
            threads.submit(() -> {
              step.run(item);
              return null;
            }));
      }
      for (Future<?> each : running) {
        await(each);
      }
    }
  }

  private static void await(Future<?> step)
      throws IOException, InterruptedException, NetworkException {
    try {
      step.get();
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case IOException trouble -> throw trouble;
        case NetworkException failure -> throw failure;
        case InterruptedException interrupted -> throw interrupted;
        case null, default -> throw new IllegalStateException(e.getCause());
      }
    }
  }
}
