package org.lepta.service.transparency.log;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Set;
import org.lepta.service.transparency.proof.NoteSigner;

/**
 * The file with the log's secret key: one line {@code PRIVATE+KEY+<name>+<key ID>+<base64 of 0x01
 * and the seed>}, the form that golang's note package writes, readable by its owner alone.
 */
final class LogKeyFile {

  private static final String PREFIX = "PRIVATE+KEY+";
  private static final byte ED25519 = 1;
  private static final int MOST_BYTES = 1_024;
  private static final Set<PosixFilePermission> OWNERS =
      EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

  private LogKeyFile() {}

  static boolean exists(Path file) {
    return Files.exists(file, LinkOption.NOFOLLOW_LINKS);
  }

  /** Makes a new key; durable on return. */
  static NoteSigner create(Path file, String origin, SecureRandom random) throws IOException {
    byte[] seed = new byte[NoteSigner.SEED_BYTES];
    random.nextBytes(seed);
    NoteSigner signer = NoteSigner.ofLog(origin, seed);
    Path fresh = file.resolveSibling(file.getFileName() + ".unfinished");
    Files.deleteIfExists(fresh);
    try (FileChannel channel =
        FileChannel.open(
            fresh,
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            PosixFilePermissions.asFileAttribute(OWNERS))) {
      ByteBuffer line = ByteBuffer.wrap(line(signer, seed).getBytes(StandardCharsets.US_ASCII));
      while (line.hasRemaining()) {
        channel.write(line);
      }
      channel.force(true);
    }
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    try (FileChannel folder =
        FileChannel.open(file.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
      folder.force(true);
    }
    return signer;
  }

  /**
   * Reads the key.
   *
   * @throws LogAlarmException if its rights are too wide, it is not a key, or not this origin's
   */
  static NoteSigner read(Path file, String origin) throws LogAlarmException {
    try {
      requirePrivate(file);
      if (Files.size(file) > MOST_BYTES) {
        throw malformed(file);
      }
      return parse(file, Files.readString(file, StandardCharsets.ISO_8859_1), origin);
    } catch (IOException e) {
      throw new LogAlarmException(
          LogAlarm.LOG_KEY_MALFORMED, file.getFileName() + " cannot be read: " + e, e);
    }
  }

  private static void requirePrivate(Path file) throws IOException, LogAlarmException {
    Set<PosixFilePermission> others = EnumSet.copyOf(PosixFilePermissions.fromString("rwxrwxrwx"));
    others.removeAll(OWNERS);
    others.remove(PosixFilePermission.OWNER_EXECUTE);
    others.retainAll(Files.getPosixFilePermissions(file));
    if (!others.isEmpty()) {
      throw new LogAlarmException(
          LogAlarm.LOG_KEY_RIGHTS,
          "others than its owner have rights to "
              + file.getFileName()
              + ": if nobody can have read it, set its mode to 0600");
    }
  }

  private static NoteSigner parse(Path file, String text, String origin) throws LogAlarmException {
    String line = text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
    String[] parts =
        line.startsWith(PREFIX) ? line.substring(PREFIX.length()).split("\\+", 3) : null;
    if (parts == null || parts.length != 3) {
      throw malformed(file);
    }
    if (!parts[0].equals(origin)) {
      throw new LogAlarmException(
          LogAlarm.LOG_KEY_OTHER_ORIGIN,
          "the key is that of the log " + parts[0] + ", and lepta.log.origin is " + origin);
    }
    try {
      byte[] key = Base64.getDecoder().decode(parts[2]);
      if (key.length == 1 + NoteSigner.SEED_BYTES && key[0] == ED25519) {
        byte[] seed = Arrays.copyOfRange(key, 1, key.length);
        NoteSigner signer = NoteSigner.ofLog(origin, seed);
        if (line(signer, seed).equals(line + "\n")) {
          return signer;
        }
      }
      throw malformed(file);
    } catch (IllegalArgumentException e) {
      throw malformed(file);
    }
  }

  private static LogAlarmException malformed(Path file) {
    return new LogAlarmException(
        LogAlarm.LOG_KEY_MALFORMED, file.getFileName() + " holds no signer key of a log");
  }

  private static String line(NoteSigner signer, byte[] seed) {
    byte[] key = ByteBuffer.allocate(1 + seed.length).put(ED25519).put(seed).array();
    return PREFIX
        + signer.verifierKey().id()
        + '+'
        + Base64.getEncoder().encodeToString(key)
        + '\n';
  }
}
