package org.lepta.service.transparency.proof;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** What a witness signs: a header line, its time and the text of the checkpoint. */
final class CosignedMessage {

  /** The last second of the year 9999: later times have no date that one could print. */
  static final long LATEST = 253_402_300_799L;

  private CosignedMessage() {}

  static byte[] bytes(long seconds, NoteText checkpoint) {
    String message = "cosignature/v1\ntime " + seconds + "\n" + checkpoint.value();
    return message.getBytes(StandardCharsets.UTF_8);
  }

  static Instant time(long seconds) {
    return Instant.ofEpochSecond(seconds);
  }
}
