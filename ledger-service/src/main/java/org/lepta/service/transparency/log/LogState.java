package org.lepta.service.transparency.log;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lepta.service.transparency.proof.Checkpoint;

/**
 * How the published log stands.
 *
 * @param origin name of the log
 * @param vkey the key that signs; null if there is none to sign with
 * @param published the newest public checkpoint; null before the first
 * @param cosigned the newest checkpoint that enough witnesses have cosigned; null if there is none
 * @param witnesses who is asked to cosign, in the order of the policy
 * @param alarm why nothing more is signed; null if all is well
 */
public record LogState(
    String origin,
    @Nullable String vkey,
    @Nullable Checkpoint published,
    @Nullable Checkpoint cosigned,
    List<WitnessState> witnesses,
    @Nullable Alarm alarm) {

  /** Copies the list. */
  public LogState {
    witnesses = List.copyOf(witnesses);
  }

  /**
   * How a witness stands.
   *
   * @param name its name in the policy
   * @param vkey the key of its cosignatures
   * @param size what it cosigned last as far as this service knows, 0 if nothing
   * @param lastSeen when it did; null if it did not
   * @param trouble why it does not cosign now, a sentence for people; null if it does
   */
  public record WitnessState(
      String name, String vkey, long size, @Nullable Instant lastSeen, @Nullable String trouble) {}

  /**
   * An alarm.
   *
   * @param code stable for ever
   * @param detail what contradicts what, in one sentence
   */
  public record Alarm(LogAlarm code, String detail) {}

  /** Returns how many leaves are under a public checkpoint. */
  public long publishedSize() {
    return published == null ? 0 : published.size();
  }
}
