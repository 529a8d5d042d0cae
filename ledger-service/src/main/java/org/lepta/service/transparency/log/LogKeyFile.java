package org.lepta.service.transparency.log;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;
import org.lepta.service.transparency.proof.NoteSigner;
import org.lepta.service.transparency.proof.SignatureType;
import org.lepta.service.transparency.proof.SignerFile;

/** The file with the log's secret key, and what it means that it cannot be used. */
final class LogKeyFile {

  /** What the file of the next key has behind its name, until that key takes over. */
  private static final String NEXT = ".next";

  private LogKeyFile() {}

  /** Where the key lies that is to take over from this one. */
  static Path next(Path file) {
    return file.resolveSibling(file.getFileName() + NEXT);
  }

  /** Puts the next key into the place of this one, which is gone then; durable on return. */
  static void takeOver(Path file) throws IOException {
    ofLog(next(file)).moveTo(file);
  }

  static boolean exists(Path file) {
    return ofLog(file).exists();
  }

  /** Returns the name of the key; nothing if there is none that can be used. */
  static Optional<String> name(Path file) {
    try {
      return exists(file) ? Optional.of(read(file).verifierKey().name()) : Optional.empty();
    } catch (LogAlarmException e) {
      return Optional.empty();
    }
  }

  /** Makes a new key; durable on return. */
  static NoteSigner create(Path file, String origin, SecureRandom random) throws IOException {
    return ofLog(file).create(origin, random);
  }

  /**
   * Reads the key.
   *
   * @throws LogAlarmException if its rights are too wide, it is not a key, or not this origin's
   */
  static NoteSigner read(Path file, String origin) throws LogAlarmException {
    NoteSigner signer = read(file);
    String name = signer.verifierKey().name();
    if (!name.equals(origin)) {
      throw new LogAlarmException(
          LogAlarm.LOG_KEY_OTHER_ORIGIN,
          "the key is that of the log " + name + ", and lepta.log.origin is " + origin);
    }
    return signer;
  }

  static NoteSigner read(Path file) throws LogAlarmException {
    try {
      return ofLog(file).read();
    } catch (SignerFile.UnusableException e) {
      throw new LogAlarmException(alarm(e.reason()), String.valueOf(e.getMessage()), e);
    } catch (IOException e) {
      throw new LogAlarmException(
          LogAlarm.LOG_KEY_MALFORMED, file.getFileName() + " cannot be read: " + e, e);
    }
  }

  private static LogAlarm alarm(SignerFile.Reason reason) {
    return switch (reason) {
      case RIGHTS -> LogAlarm.LOG_KEY_RIGHTS;
      case MALFORMED -> LogAlarm.LOG_KEY_MALFORMED;
    };
  }

  private static SignerFile ofLog(Path file) {
    return new SignerFile(file, SignatureType.ED25519);
  }
}
