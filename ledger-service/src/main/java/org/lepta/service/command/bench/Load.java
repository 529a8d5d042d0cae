package org.lepta.service.command.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Makes calls from a number of threads, each its next one as soon as its last one is answered. */
final class Load {

  /** One call; its result is how many of its entries are in a valid transaction. */
  interface Call {
    long run(int number) throws Exception;
  }

  /**
   * What came of all calls.
   *
   * @param counted sum of the results
   * @param latencies of every call, in milliseconds
   */
  record Done(long counted, double seconds, List<Double> latencies) {}

  private Load() {}

  /**
   * Makes the calls.
   *
   * @param threads how many calls are under way at the same time
   * @throws IllegalStateException if a call failed
   */
  static Done run(int calls, int threads, Call call) throws InterruptedException {
    AtomicInteger next = new AtomicInteger();
    AtomicLong counted = new AtomicLong();
    ConcurrentLinkedQueue<Double> latencies = new ConcurrentLinkedQueue<>();
    Callable<Void> worker =
        () -> {
          for (int number = next.getAndIncrement();
              number < calls;
              number = next.getAndIncrement()) {
            long begun = System.nanoTime();
            counted.addAndGet(call.run(number));
            latencies.add((System.nanoTime() - begun) / 1e6);
          }
          return null;
        };
    try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
      long begun = System.nanoTime();
      List<Future<Void>> workers = new ArrayList<>();
      for (int i = 0; i < Math.min(threads, calls); i++) {
        workers.add(executor.submit(worker));
      }
      for (Future<Void> each : workers) {
        await(each);
      }
      double seconds = (System.nanoTime() - begun) / 1e9;
      return new Done(counted.get(), seconds, List.copyOf(latencies));
    }
  }

  private static void await(Future<Void> worker) throws InterruptedException {
    try {
      worker.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("a call failed: " + e.getCause(), e.getCause());
    }
  }
}
