package org.lepta.service.command;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.lepta.service.platform.database.Database;
import org.lepta.service.platform.database.DatabaseException;

/**
 * Deletes what Lepta keeps in a data folder, and never anything else: a folder that holds something
 * that Lepta did not put there, or that a process works in, is left untouched.
 */
public final class OldData {

  private static final String LEDGER = "ledger";
  private static final String DATABASE = "database";

  /** All that a data folder holds at its top. */
  private static final Set<String> OURS =
      Set.of(
          LEDGER,
          DATABASE,
          "texts",
          "log",
          "log-key",
          "log-key.next",
          "operator-key.sha256",
          "previous-log",
          "receipt-key",
          "timestamps",
          "witness-key");

  private OldData() {}

  /** The folder is not ours to empty, or not now. */
  static final class KeptException extends Exception {
    private static final long serialVersionUID = 1L;

    KeptException(String message) {
      super(message);
    }
  }

  /**
   * Empties the folder; a folder that is missing or empty is fine. The folder itself stays.
   *
   * @throws KeptException if it is no data folder of Lepta, or is in use; nothing was deleted
   * @throws IOException if deleting stopped half-way; doing it again goes on
   */
  static void delete(Path data) throws IOException, KeptException {
    if (!Files.exists(data, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    List<Path> children = children(data);
    if (children.isEmpty()) {
      return;
    }
    requireOurs(data, children);
    Path lockFile = data.resolve(LEDGER).resolve("lock");
    try (FileChannel lock =
            FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock held = lock.tryLock()) {
      if (held == null) {
        throw new KeptException(data + " is in use by another process; stop it first.");
      }
      Database.stopLeftover(data.resolve(DATABASE));
      deleteAll(data, children);
    } catch (DatabaseException e) {
      throw new KeptException(String.valueOf(e.getMessage()));
    }
  }

  private static void requireOurs(Path data, List<Path> children) throws KeptException {
    for (Path child : children) {
      if (!OURS.contains(String.valueOf(child.getFileName())) || Files.isSymbolicLink(child)) {
        throw new KeptException(
            "%s holds %s, which Lepta did not put there; nothing was deleted."
                .formatted(data, child.getFileName()));
      }
    }
    for (String folder : List.of(LEDGER, DATABASE)) {
      if (!Files.isDirectory(data.resolve(folder), LinkOption.NOFOLLOW_LINKS)) {
        throw new KeptException(
            "%s has no %s/ and so is no data folder of Lepta; nothing was deleted."
                .formatted(data, folder));
      }
    }
  }

  /** The two folders by which a data folder is known go last, so that one can begin again. */
  private static void deleteAll(Path data, List<Path> children) throws IOException {
    for (Path child : children) {
      String name = String.valueOf(child.getFileName());
      if (name.equals(LEDGER) || name.equals(DATABASE)) {
        for (Path grandchild : children(child)) {
          deleteTree(grandchild);
        }
      } else {
        deleteTree(child);
      }
    }
    Files.delete(data.resolve(DATABASE));
    Files.delete(data.resolve(LEDGER));
  }

  private static List<Path> children(Path folder) throws IOException {
    try (Stream<Path> list = Files.list(folder)) {
      return list.toList();
    }
  }

  /** Deletes a folder with all that is in it. */
  public static void deleteTree(Path top) throws IOException {
    List<Path> paths;
    try (Stream<Path> walk = Files.walk(top)) {
      paths = walk.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : paths) {
      Files.deleteIfExists(path);
    }
  }
}
