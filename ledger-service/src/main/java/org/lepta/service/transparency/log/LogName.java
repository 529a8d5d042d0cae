package org.lepta.service.transparency.log;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import org.lepta.service.transparency.proof.FaultException;

/**
 * The name of a log for ever, its origin. Two logs of one name could not be told apart by those who
 * follow them, so a log that nobody has named gets a name that no other one has.
 */
final class LogName {

  private static final String UNNAMED = "lepta.local/";
  private static final int RANDOM_BYTES = 8;

  private LogName() {}

  /**
   * Chooses the name: the configured one, else that of the key, else that of what is published,
   * else a new one.
   *
   * @param shown the published checkpoint
   */
  static String of(String configured, Path key, Optional<byte[]> shown, SecureRandom random) {
    if (!configured.isEmpty()) {
      return configured;
    }
    return LogKeyFile.name(key)
        .or(() -> shown.flatMap(LogName::published))
        .orElseGet(() -> fresh(random));
  }

  private static Optional<String> published(byte[] note) {
    try {
      return Optional.of(SignedCheckpoint.parseUnverified(note).checkpoint().origin());
    } catch (FaultException e) {
      // The publisher reads it again and raises the alarm over it.
      return Optional.empty();
    }
  }

  private static String fresh(SecureRandom random) {
    byte[] bytes = new byte[RANDOM_BYTES];
    random.nextBytes(bytes);
    return UNNAMED + HexFormat.of().formatHex(bytes);
  }
}
