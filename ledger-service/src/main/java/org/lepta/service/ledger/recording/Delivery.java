package org.lepta.service.ledger.recording;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import org.lepta.ledger.entry.Entry;
import org.lepta.ledger.rule.Code;
import org.lepta.service.ledger.Committed;
import org.lepta.service.ledger.CommittedInvalid;
import org.lepta.service.ledger.LedgerClient;
import org.lepta.service.ledger.NotSentException;
import org.lepta.service.ledger.Outcome;
import org.lepta.service.ledger.OutcomeUnknownException;
import org.lepta.service.ledger.Refused;
import org.lepta.service.ledger.Submission;

/**
 * Sends one idempotent request until its fate is known: the same bytes again after a conflict,
 * after "not sent" and after "unknown", and while an endorsing peer has not the newest blocks yet;
 * a bounded number of times with growing pauses.
 */
final class Delivery {

  private static final int ATTEMPTS = 12;
  private static final long FIRST_PAUSE_MILLIS = 20;
  private static final long LONGEST_PAUSE_MILLIS = 5_000;

  private final LedgerClient client;
  private final int attempts;

  Delivery(LedgerClient client) {
    this(client, ATTEMPTS);
  }

  Delivery(LedgerClient client, int attempts) {
    this.client = client;
    this.attempts = attempts;
  }

  /**
   * Starts a ledger with its genesis entry, unless it was started before.
   *
   * @return whether this call did
   */
  boolean start(String organisation, Entry genesis) throws InterruptedException {
    Outcome outcome =
        deliver(Requests.submission(organisation, "start", Requests.start(organisation, genesis)));
    if (outcome instanceof Refused refused && !refused.code().equals(Code.ALREADY_STARTED.name())) {
      throw new IllegalStateException("the ledger does not start: " + refused);
    }
    return outcome instanceof Committed;
  }

  /**
   * Sends for the first time, in the order of calls; {@link #finish} then sees it through.
   *
   * @return completes with what became of this first attempt
   */
  CompletableFuture<Outcome> begin(Submission submission) {
    return client.submitAsync(submission);
  }

  /**
   * Waits for the first attempt and, if that did not end it, sends again until committed or
   * refused.
   *
   * @return {@link Committed} or {@link Refused}
   * @throws RecordingException when the attempts are used up, saying what is known
   */
  Outcome finish(CompletableFuture<Outcome> first, Submission submission)
      throws InterruptedException {
    try {
      Outcome outcome = first.get();
      return outcome instanceof CommittedInvalid ? deliver(submission) : outcome;
    } catch (ExecutionException e) {
      return switch (e.getCause()) {
        case NotSentException trouble -> deliver(submission);
        case OutcomeUnknownException trouble -> deliver(submission);
        case null, default -> throw new IllegalStateException(e);
      };
    }
  }

  /**
   * Sends until committed or refused.
   *
   * @return {@link Committed} or {@link Refused}
   * @throws RecordingException when the attempts are used up, saying what is known
   */
  Outcome deliver(Submission submission) throws InterruptedException {
    return deliver(submission, Code.SEAL_GAP);
  }

  /**
   * Sends until committed or refused, and again while it is refused for what is on the ledger
   * already, as whoever sends it knows: a peer that endorses may be some blocks behind.
   *
   * @param behind codes of refusals that pass when that peer has caught up
   * @return {@link Committed} or {@link Refused}
   * @throws RecordingException when the attempts are used up, saying what is known
   */
  Outcome deliver(Submission submission, Code... behind) throws InterruptedException {
    boolean unknown = false;
    Exception last = null;
    @Nullable Refused refused = null;
    long pause = FIRST_PAUSE_MILLIS;
    for (int attempt = 0; attempt < attempts; attempt++) {
      try {
        Outcome outcome = client.submit(submission);
        if (outcome instanceof Refused no && isOneOf(no, behind)) {
          refused = no;
        } else if (!(outcome instanceof CommittedInvalid)) {
          return outcome;
        }
      } catch (NotSentException e) {
        last = e;
      } catch (OutcomeUnknownException e) {
        last = e;
        unknown = true;
      }
      Thread.sleep(Duration.ofMillis(pause));
      pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS);
    }
    if (refused != null && !unknown) {
      return refused;
    }
    String what = unknown ? "the outcome is unknown" : "not sent";
    throw last == null
        ? new RecordingException(what + " after repeated conflicts", unknown)
        : new RecordingException(what, unknown, last);
  }

  private static boolean isOneOf(Refused refused, Code... codes) {
    return Arrays.stream(codes).anyMatch(code -> code.name().equals(refused.code()));
  }
}
