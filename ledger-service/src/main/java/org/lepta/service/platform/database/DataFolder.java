package org.lepta.service.platform.database;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The folder of an embedded database, held by this process alone until it is closed.
 *
 * <p>It holds {@code cluster} (PostgreSQL's own data), two password files of mode 0600, {@code
 * postgres.log} and {@code lock}, whose lock the system releases however the process ends and whose
 * text is the id of the last process that held it.
 */
final class DataFolder implements AutoCloseable {

  private static final int PASSWORD_BYTES = 24;

  private final Path folder;
  private final FileChannel lock;

  private DataFolder(Path folder, FileChannel lock) {
    this.folder = folder;
    this.lock = lock;
  }

  /**
   * Makes the folder when it is missing and takes it.
   *
   * @throws DatabaseException if it cannot be written or another process holds it
   */
  static DataFolder take(Path folder) {
    try {
      Files.createDirectories(folder);
      Path real = folder.toRealPath();
      return new DataFolder(real, lock(real));
    } catch (IOException e) {
      throw new DatabaseException("the data folder " + folder + " cannot be used: " + e, e);
    }
  }

  Path root() {
    return folder;
  }

  Path cluster() {
    return folder.resolve("cluster");
  }

  /** Where a cluster is made; it counts only once it has been renamed. */
  Path unfinishedCluster() {
    return folder.resolve("cluster.unfinished");
  }

  Path log() {
    return folder.resolve("postgres.log");
  }

  Path passwordFile(String role) {
    return folder.resolve(role + ".password");
  }

  /** Returns the role's password; makes a random one at first. */
  String password(String role) throws IOException {
    Path file = passwordFile(role);
    if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      return Files.readString(file).strip();
    }
    byte[] random = new byte[PASSWORD_BYTES];
    new SecureRandom().nextBytes(random);
    String password = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    writePrivately(file, password);
    return password;
  }

  @Override
  public void close() {
    try {
      lock.close();
    } catch (IOException e) {
      throw new DatabaseException("the data folder " + folder + " cannot be released", e);
    }
  }

  private static FileChannel lock(Path folder) throws IOException {
    Path file = folder.resolve("lock");
    FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    try {
      if (tryLock(channel) == null) {
        throw new DatabaseException(
            "the data folder " + folder + " is in use by the Lepta process "
                + Files.readString(file).strip()
                + ": stop that process, or choose another folder");
      }
      channel.truncate(0);
      channel.write(ByteBuffer.wrap(ownProcessId()), 0);
      return channel;
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  private static byte[] ownProcessId() {
    return (ProcessHandle.current().pid() + "\n").getBytes(StandardCharsets.US_ASCII);
  }

  private static void writePrivately(Path file, String text) throws IOException {
    Path fresh = file.resolveSibling(file.getFileName() + ".unfinished");
    Files.deleteIfExists(fresh);
    Set<StandardOpenOption> options =
        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    var mode = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    try (FileChannel channel = FileChannel.open(fresh, options, mode)) {
      channel.write(ByteBuffer.wrap((text + "\n").getBytes(StandardCharsets.US_ASCII)));
      channel.force(true);
    }
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
  }
}
