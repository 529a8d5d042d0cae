package org.lepta.service.transparency.log;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.lepta.service.transparency.proof.ProofException;
import org.lepta.service.transparency.tiles.DamagedTileException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the index and publishes: at once when idle, and about three times a second under load.
 * Trouble outside is tried again; a contradiction ends the signing until somebody has looked.
 */
final class LogPublisher implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(LogPublisher.class);

  private static final Duration IDLE = Duration.ofMillis(250);
  private static final Duration RETRY = Duration.ofSeconds(1);

  /** Each checkpoint costs some forced writes, which would slow the ledger itself down. */
  private static final Duration PACE = Duration.ofMillis(300);

  private final Publication publication;
  private final LogSource source;
  private final Consumer<LogState.@Nullable Alarm> alarms;
  private final Thread loop;
  private volatile boolean closing;
  private boolean troubled;

  LogPublisher(
      Publication publication, LogSource source, Consumer<LogState.@Nullable Alarm> alarms) {
    this.publication = publication;
    this.source = source;
    this.alarms = alarms;
    this.loop = Thread.ofPlatform().name("lepta-publisher").unstarted(this::run);
  }

  void start() {
    loop.start();
  }

  /** Signs nothing more after the round that is under way; also if it was never started. */
  void halt() {
    closing = true;
  }

  private void run() {
    try {
      long height = 0;
      while (!closing) {
        long started = System.nanoTime();
        boolean more = attempt();
        if (!closing && more) {
          sleep(PACE.minusNanos(System.nanoTime() - started));
        } else if (!closing) {
          height = awaitBlocks(height);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** An index that has stopped answers at once, and must not be asked without a pause. */
  private long awaitBlocks(long height) throws InterruptedException {
    long started = System.nanoTime();
    long now = source.awaitBlocks(height, IDLE);
    if (now == height) {
      sleep(IDLE.minusNanos(System.nanoTime() - started));
    }
    return now;
  }

  private boolean attempt() throws InterruptedException {
    try {
      boolean published = publication.round();
      settled();
      return published;
    } catch (IOException | UncheckedIOException e) {
      trouble(LogAlarm.LOG_FILES_TROUBLE, e);
    } catch (SQLException e) {
      trouble(LogAlarm.LOG_DATABASE_TROUBLE, e);
    } catch (LogAlarmException e) {
      stop(e.alarm(), e);
    } catch (DamagedTileException e) {
      stop(LogAlarm.LOG_TILE_DAMAGED, e);
    } catch (ProofException e) {
      stop(LogAlarm.LOG_ROOT_DIFFERS, e);
    } catch (RuntimeException e) {
      stop(LogAlarm.LOG_FAILED, e);
    }
    return false;
  }

  private void settled() {
    if (troubled) {
      LOG.info("checkpoints are signed again");
      troubled = false;
      alarms.accept(null);
    }
  }

  private void trouble(LogAlarm code, Exception cause) throws InterruptedException {
    if (!troubled) {
      LOG.error("{}: no checkpoint can be signed now: {}", code, cause.getMessage());
      troubled = true;
    }
    alarms.accept(new LogState.Alarm(code, String.valueOf(cause.getMessage())));
    sleep(RETRY);
  }

  private void stop(LogAlarm code, Exception cause) {
    LOG.error(
        "{}: no checkpoint is signed any more, what is published stays served: {}",
        code,
        cause.getMessage(),
        cause);
    alarms.accept(new LogState.Alarm(code, String.valueOf(cause.getMessage())));
    closing = true;
  }

  private void sleep(Duration time) throws InterruptedException {
    if (time.isPositive()) {
      Thread.sleep(time);
    }
  }

  /** Ends after the round that is under way; files are never left by an interrupt. */
  @Override
  public void close() {
    closing = true;
    try {
      if (loop.getState() != Thread.State.NEW) {
        loop.join(Duration.ofSeconds(60));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
