package org.lepta.service.anchoring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Moves the contract on a chain along with the log, in a thread of its own. Trouble delays what is
 * anchored, and never what is published. Thread-safe.
 */
public final class ChainAnchor implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(ChainAnchor.class);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

  private final AnchorSettings settings;
  private final Chain chain;
  private final AnchorRound round;
  private final MemberSigner signer;
  private final AtomicReference<AnchorState> state;
  private final Thread loop;
  private final CountDownLatch closing = new CountDownLatch(1);

  private ChainAnchor(
      AnchorSettings settings, Chain chain, AnchorRound round, MemberSigner signer) {
    this.settings = settings;
    this.chain = chain;
    this.round = round;
    this.signer = signer;
    this.state =
        new AtomicReference<>(
            new AnchorState(settings.contract(), settings.origin(), null, null, null));
    this.loop = Thread.ofPlatform().name("lepta-anchor").unstarted(this::run);
  }

  /** Prepares it; nothing is asked or sent before {@link #start}. */
  public static ChainAnchor open(AnchorSettings settings, AnchorLog log, MemberAnswers others)
      throws IOException {
    Chain chain = new Chain(settings.contract(), new JdkService(settings.node()));
    SubmissionFile file = SubmissionFile.open(settings.folder());
    AnchorRound round = new AnchorRound(settings, log, chain, file, others, Clock.systemUTC());
    return new ChainAnchor(settings, chain, round, new MemberSigner(settings, log));
  }

  /** Begins. */
  public void start() {
    loop.start();
  }

  /** Returns how the anchor stands. */
  public AnchorState state() {
    return state.get();
  }

  /** Returns what signs for this member. */
  public MemberSigner signer() {
    return signer;
  }

  private void run() {
    Duration pause = settings.look();
    try {
      do {
        AnchorState.Trouble trouble = attempt();
        if (trouble != null && !trouble.code().mayPass()) {
          return;
        }
        pause = trouble == null ? settings.look() : min(pause.multipliedBy(2), LONGEST_PAUSE);
      } while (!closing.await(pause.toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Duration min(Duration a, Duration b) {
    return a.compareTo(b) < 0 ? a : b;
  }

  private AnchorState.@Nullable Trouble attempt() throws InterruptedException {
    AnchorState.Trouble trouble = null;
    try {
      AnchorState now = round.run();
      if (state.getAndSet(now).trouble() != null) {
        LOG.info("the log is anchored again");
      }
    } catch (AnchorException e) {
      trouble = trouble(e.trouble(), e);
    } catch (IOException | UncheckedIOException e) {
      trouble = trouble(AnchorTrouble.ANCHOR_FILES_TROUBLE, e);
    } catch (RuntimeException e) {
      trouble = trouble(AnchorTrouble.ANCHOR_FAILED, e);
    }
    return trouble;
  }

  private AnchorState.@Nullable Trouble trouble(AnchorTrouble code, Exception cause) {
    if (closing.getCount() == 0) {
      return null;
    }
    AnchorState.Trouble now = new AnchorState.Trouble(code, String.valueOf(cause.getMessage()));
    AnchorState.Trouble before = state.getAndUpdate(s -> s.withTrouble(now)).trouble();
    if (!code.mayPass()) {
      LOG.error("{}: nothing is anchored any more: {}", code, cause.getMessage(), cause);
    } else if (before == null || before.code() != code) {
      LOG.warn("{}: nothing is anchored now: {}", code, cause.getMessage());
    }
    return now;
  }

  @Override
  public void close() {
    // Not by an interrupt, which could come while a file is written.
    closing.countDown();
    chain.close();
    try {
      if (loop.getState() != Thread.State.NEW) {
        loop.join(Duration.ofSeconds(30));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
