package org.lepta.service.transparency.proof;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/**
 * The keys of the logs that a user has met, and of their witnesses, in a file of one vkey per line;
 * empty lines and lines that begin with {@code #} are overlooked. A key is believed because it was
 * there first, so one that comes later under the same name is told and not taken, unless it is
 * proven that it took over: the user adds it by hand, or not.
 */
public final class KnownLogs {

  /** The name of the file in the user's folder of settings. */
  public static final String FILE_NAME = "known_logs";

  private static final int MAX_BYTES = 1024 * 1024;

  private final Path file;

  /** The known logs of this file, which need not be there yet. */
  public KnownLogs(Path file) {
    this.file = file;
  }

  /** What meeting a log comes to. */
  public enum Meeting {
    /** The log was met for the first time; its key is in the file now. */
    FIRST,
    /** The log was met before, with the same key. */
    KNOWN,
    /** The log was met before, with another key: nothing was written, and somebody must be told. */
    OTHER_KEY
  }

  /** Returns where the keys are kept. */
  public Path file() {
    return file;
  }

  /**
   * Returns all keys; none if there is no file.
   *
   * @throws FaultException if a line is no key of a log or a witness, with the line
   * @throws IOException if the file cannot be read
   */
  public List<VerifierKey> all() throws FaultException, IOException {
    List<VerifierKey> keys = new ArrayList<>();
    int number = 0;
    for (String line : read().lines().toList()) {
      number++;
      if (!line.isBlank() && !line.startsWith("#")) {
        keys.add(parse(line, number));
      }
    }
    return keys;
  }

  private static VerifierKey parse(String line, int number) throws FaultException {
    try {
      return VerifierKey.parse(line.strip());
    } catch (FaultException e) {
      throw e.at(number);
    }
  }

  /**
   * Remembers the key of a log or a witness that was met for the first time; durable on return. Two
   * processes that meet two of them at the same moment may forget one until it is met again.
   *
   * @throws FaultException if the file holds a line that is no key; nothing was written
   * @throws IOException if the file cannot be read or written
   */
  public Meeting meet(VerifierKey key) throws FaultException, IOException {
    List<VerifierKey> known =
        all().stream().filter(other -> other.name().equals(key.name())).toList();
    if (known.contains(key)) {
      return Meeting.KNOWN;
    }
    if (!known.isEmpty()) {
      return Meeting.OTHER_KEY;
    }
    append(key);
    return Meeting.FIRST;
  }

  /**
   * Remembers a key that took over from one that is known, for who has proof of it; durable on
   * return. The old one stays, since what it signed is still to be verified.
   *
   * @return whether it was added: not if the old one is not known, or the new one is already
   * @throws FaultException if the file holds a line that is no key; nothing was written
   * @throws IOException if the file cannot be read or written
   */
  public boolean follow(VerifierKey from, VerifierKey to) throws FaultException, IOException {
    List<VerifierKey> known = all();
    if (!known.contains(from) || known.contains(to)) {
      return false;
    }
    append(to);
    return true;
  }

  private void append(VerifierKey key) throws FaultException, IOException {
    String before = read();
    boolean cut = !before.isEmpty() && !before.endsWith("\n");
    write(before + (cut ? "\n" : "") + key + "\n");
  }

  private String read() throws FaultException, IOException {
    if (!Files.exists(file)) {
      return "";
    }
    if (Files.size(file) > MAX_BYTES) {
      throw new FaultException(Fault.KEY_MALFORMED, file + " is too large to be a list of keys");
    }
    return StrictText.utf8(Files.readAllBytes(file))
        .orElseThrow(() -> new FaultException(Fault.KEY_MALFORMED, file + " is not UTF-8"));
  }

  private void write(String text) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    Files.createDirectories(folder);
    Path fresh =
        Files.createTempFile(
            folder,
            FILE_NAME,
            ".new",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
      ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
