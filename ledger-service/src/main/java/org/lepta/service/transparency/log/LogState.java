package org.lepta.service.transparency.log;

import org.jspecify.annotations.Nullable;
import org.lepta.service.transparency.proof.Checkpoint;

/**
 * How the published log stands.
 *
 * @param origin name of the log
 * @param vkey the key that signs; null if there is none to sign with
 * @param published the newest public checkpoint; null before the first
 * @param alarm why nothing more is signed; null if all is well
 */
public record LogState(
    String origin, @Nullable String vkey, @Nullable Checkpoint published, @Nullable Alarm alarm) {

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
