package org.lepta.service.platform.database;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.lepta.service.kernel.Sha256;
import org.tukaani.xz.XZInputStream;

/**
 * The PostgreSQL programs for this system, unpacked once per version.
 *
 * <p>They lie in the user's cache folder under a name that holds the hash of their archive, so two
 * versions never mix; where that folder cannot be written, in the data folder. The rename at the
 * end makes an unpacking whole or absent, also when several processes unpack at once.
 */
final class PostgresBinaries {

  private static final int OWNER_EXECUTE = 0100;

  private final Path home;

  private PostgresBinaries(Path home) {
    this.home = home;
  }

  static PostgresBinaries unpacked(Path dataFolder) {
    byte[] archive = archive();
    String name = "postgresql-" + Sha256.digest(archive).hex().substring(0, 16);
    try {
      return new PostgresBinaries(unpack(archive, cacheFolder().resolve(name)));
    } catch (IOException cacheTrouble) {
      try {
        return new PostgresBinaries(unpack(archive, dataFolder.resolve(name)));
      } catch (IOException e) {
        e.addSuppressed(cacheTrouble);
        throw new DatabaseException("the PostgreSQL programs cannot be unpacked: " + e, e);
      }
    }
  }

  /** Runs a program and returns what it left behind. */
  SystemCommand.Result run(String program, List<String> arguments) {
    List<String> command = new ArrayList<>(List.of(home.resolve("bin/" + program).toString()));
    command.addAll(arguments);
    return SystemCommand.run(SystemCommand.asPostgresAccepts(command));
  }

  private static byte[] archive() {
    String system = System.getProperty("os.name").replace("Mac OS X", "Darwin");
    String machine = System.getProperty("os.arch");
    // The one build for Macs is universal and filed under the older machine.
    String filedUnder = system.equals("Darwin") ? "x86_64" : machine;
    try (InputStream in = DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system, filedUnder)) {
      return in.readAllBytes();
    } catch (IOException | IllegalStateException e) {
      throw new DatabaseException(
          "Lepta brings no PostgreSQL for " + system + " on " + machine
              + ": set the URL of a PostgreSQL server",
          e);
    }
  }

  private static Path cacheFolder() {
    String configured = System.getenv("XDG_CACHE_HOME");
    if (configured != null && Path.of(configured).isAbsolute()) {
      return Path.of(configured, "lepta");
    }
    boolean mac = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac");
    return Path.of(System.getProperty("user.home"), mac ? "Library/Caches" : ".cache", "lepta");
  }

  private static Path unpack(byte[] archive, Path target) throws IOException {
    if (Files.isExecutable(target.resolve("bin/postgres"))) {
      return target;
    }
    Files.createDirectories(target.getParent());
    Path fresh = Files.createTempDirectory(target.getParent(), "unpacking-");
    try {
      extract(archive, fresh);
      Folders.delete(target);
      Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileAlreadyExistsException | DirectoryNotEmptyException e) {
      // Another process was faster; its copy has the same bytes.
      if (!Files.isExecutable(target.resolve("bin/postgres"))) {
        throw e;
      }
    } finally {
      Folders.delete(fresh);
    }
    return target;
  }

  private static void extract(byte[] archive, Path into) throws IOException {
    try (TarArchiveInputStream tar =
        new TarArchiveInputStream(new XZInputStream(new ByteArrayInputStream(archive)))) {
      TarArchiveEntry entry = tar.getNextEntry();
      while (entry != null) {
        extract(tar, entry, into);
        entry = tar.getNextEntry();
      }
    }
  }

  private static void extract(TarArchiveInputStream tar, TarArchiveEntry entry, Path into)
      throws IOException {
    Path path = into.resolve(entry.getName()).normalize();
    if (!path.startsWith(into)) {
      throw new IOException("the archive reaches outside its folder: " + entry.getName());
    }
    if (entry.isDirectory()) {
      Files.createDirectories(path);
      return;
    }
    Files.createDirectories(path.getParent());
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
    } else if (entry.isLink()) {
      Files.createLink(path, into.resolve(entry.getLinkName()).normalize());
    } else {
      Files.copy(tar, path);
      boolean program = (entry.getMode() & OWNER_EXECUTE) != 0;
      Files.setPosixFilePermissions(
          path, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
    }
  }
}
