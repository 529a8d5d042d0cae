package org.lepta.service.transparency.log;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;
import org.lepta.service.transparency.proof.VerifierKey;

/**
 * The key of a log in a folder of data, and the one that is to take over at the next start of the
 * service (docs/operating/log-key).
 *
 * @param data folder of all data
 */
public record LogKeyFiles(Path data) {

  /**
   * Returns the public half of the key in use.
   *
   * @throws LogAlarmException if there is none that can be used
   */
  public VerifierKey inUse() throws LogAlarmException {
    if (!LogKeyFile.exists(file())) {
      throw new LogAlarmException(LogAlarm.LOG_KEY_MISSING, "there is no file " + file());
    }
    return LogKeyFile.read(file()).verifierKey();
  }

  /**
   * Returns the public half of the key that is to take over.
   *
   * @throws LogAlarmException if it cannot be used
   */
  public Optional<VerifierKey> next() throws LogAlarmException {
    return LogKeyFile.exists(nextFile())
        ? Optional.of(LogKeyFile.read(nextFile(), inUse().name()).verifierKey())
        : Optional.empty();
  }

  /**
   * Makes the key that is to take over; durable on return.
   *
   * @throws FileAlreadyExistsException if one waits already
   * @throws LogAlarmException if there is none in use
   */
  public VerifierKey prepareNext() throws IOException, LogAlarmException {
    String origin = inUse().name();
    if (LogKeyFile.exists(nextFile())) {
      throw new FileAlreadyExistsException(nextFile().toString());
    }
    return LogKeyFile.create(nextFile(), origin, new SecureRandom()).verifierKey();
  }

  /** Where the key lies that is to take over. */
  public Path nextFile() {
    return LogKeyFile.next(file());
  }

  private Path file() {
    return data.resolve(TransparencyLog.KEY);
  }
}
