package org.lepta.service.consortium;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.lepta.service.indexing.read.BlockRoot;
import org.lepta.service.indexing.read.Roots;
import org.lepta.service.kernel.Sha256;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the other services over the same ledger, one after the pause again and again, for their
 * roots and compares them with the own ones. Whoever differs is reported once. Thread-safe.
 */
public final class Others implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Others.class);

  private static final Duration LONGEST_ANSWER = Duration.ofSeconds(5);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

  /** Signing waits no longer for those that do not answer. */
  private static final Duration FIRST_ROUND = Duration.ofSeconds(15);

  private final HttpReader http = new HttpReader(LONGEST_ANSWER);
  private final Roots roots;
  private final Duration pause;
  private final DifferenceListener listener;
  private final Clock clock = Clock.systemUTC();
  private final List<Other> others;
  private final CountDownLatch firstRound;
  private volatile boolean closing;

  /** Learns that another service computes another log; may be told the same twice. */
  @FunctionalInterface
  public interface DifferenceListener {

    /** Called from a thread of its own for each service; {@code detail} is one sentence. */
    void differs(OtherState other, String detail);
  }

  /** One of them, with the thread that asks it. */
  private record Other(
      OtherService service, AtomicReference<OtherState> state, AtomicReference<Thread> thread) {}

  /**
   * Makes it; nobody is asked before {@link #start}.
   *
   * @param pause between two questions to the same service that answered
   */
  public Others(
      List<OtherAddress> addresses, Roots roots, Duration pause, DifferenceListener listener) {
    this.roots = roots;
    this.pause = pause;
    this.listener = listener;
    this.others =
        addresses.stream()
            .map(address ->
                new Other(
                    new OtherService(address, http),
                    new AtomicReference<>(OtherState.notAsked(address, clock.instant())),
                    new AtomicReference<>()))
            .toList();
    this.firstRound = new CountDownLatch(others.size());
  }

  /** Begins to ask, in the background. */
  public void start() {
    for (Other other : others) {
      other.thread().set(Thread.ofVirtual().name("lepta-other").start(() -> follow(other)));
    }
  }

  /**
   * Runs something after each was asked once, or soon where one does not answer; at once and in the
   * calling thread where there are no others.
   */
  public void afterFirstRound(Runnable next) {
    if (others.isEmpty()) {
      next.run();
      return;
    }
    Thread.ofVirtual()
        .name("lepta-first-round")
        .start(() -> {
          try {
            firstRound.await(FIRST_ROUND.toSeconds(), TimeUnit.SECONDS);
            if (!closing) {
              next.run();
            }
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
  }

  /** How each stands now, in the order of the settings. */
  public List<OtherState> states() {
    return others.stream()
        .map(other -> other.state().get().withWrongTexts(other.service().wrongTexts()))
        .toList();
  }

  /**
   * Asks all of them at once and returns the bodies of those that answered 200, in bounded time;
   * what they say is for the caller to check.
   *
   * @param path with a slash before it
   * @param mostBytes of one body
   */
  public List<byte[]> ask(String path, int mostBytes) throws InterruptedException {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<Optional<byte[]>>> questions = new ArrayList<>();
      for (OtherService service : services()) {
        questions.add(() -> service.body(path, mostBytes));
      }
      List<byte[]> bodies = new ArrayList<>();
      for (Future<Optional<byte[]>> answer : threads.invokeAll(questions)) {
        answer.resultNow().ifPresent(bodies::add);
      }
      return bodies;
    }
  }

  List<OtherService> services() {
    return others.stream().map(Other::service).toList();
  }

  private void follow(Other other) {
    int failures = 0;
    try {
      while (!closing) {
        ask(other);
        firstRound.countDown();
        failures = other.state().get().stand() == Stand.UNREACHABLE ? failures + 1 : 0;
        Thread.sleep(Pause.jittered(Pause.after(failures, pause, LONGEST_PAUSE)));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void ask(Other other) throws InterruptedException {
    OtherState before = other.state().get();
    OtherState after;
    try {
      long height = other.service().height();
      Comparison.Result result = new Comparison(own(), other.service()).run(roots.height(), height);
      after = before.compared(result, height, clock.instant());
    } catch (NoAnswerException e) {
      LOG.debug("{} gives no answer", other.service().address(), e);
      after = before.unreachable(e.trouble(), clock.instant());
    } catch (RuntimeException e) {
      // The own index does not answer now; that says nothing about the other one.
      LOG.warn("{} cannot be compared: {}", other.service().address(), e.getMessage());
      return;
    }
    other.state().set(after);
    if (before.stand() != after.stand()) {
      report(after);
    }
  }

  private void report(OtherState now) {
    switch (now.stand()) {
      case DIFFERS -> listener.differs(now, Sentences.difference(now));
      case OTHER_LEDGER -> LOG.error("{} is a service of another ledger", now.address());
      case UNREACHABLE -> LOG.warn("{} is unreachable: {}", now.address(), now.trouble());
      default ->
          LOG.info(
              "{} {}, the same log up to height {}",
              now.address(),
              now.stand().word(),
              now.height());
    }
  }

  private RootSource own() {
    return new RootSource() {
      @Override
      public Optional<BlockRoot> at(long height) {
        return roots.at(height);
      }

      @Override
      public Optional<Sha256> leafHash(long leaf) {
        return roots.leafHash(leaf);
      }
    };
  }

  @Override
  public void close() {
    closing = true;
    http.close();
    try {
      for (Other other : others) {
        Thread thread = other.thread().get();
        if (thread != null) {
          thread.interrupt();
          thread.join(LONGEST_ANSWER);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
