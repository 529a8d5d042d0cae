package org.lepta.service.transparency.tiles;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/**
 * Puts whole files into a folder: written beside their place, forced to the disk, renamed into it,
 * the folder forced. On return they are durable; whatever interrupts it, each file is there as a
 * whole or not at all. One thread at a time; it must not be interrupted meanwhile.
 */
public final class DurableFiles {

  private static final String STAGING = ".staging";

  /** Drives write many files at once in about the time of one. */
  private static final int WRITERS = 16;

  private final Path root;
  private final Set<Path> durableFolders = new HashSet<>();

  private DurableFiles(Path root) {
    this.root = root;
  }

  /** Opens the folder, which is made when it is missing; drops what an earlier run left over. */
  public static DurableFiles open(Path root) throws IOException {
    Files.createDirectories(root.resolve(STAGING));
    try (Stream<Path> leftover = Files.list(root.resolve(STAGING))) {
      for (Path file : leftover.toList()) {
        Files.delete(file);
      }
    }
    return new DurableFiles(root);
  }

  /** Takes a folder of which nothing is to be written, and leaves it as it is. */
  public static DurableFiles reading(Path root) {
    return new DurableFiles(root);
  }

  /** Returns the folder. */
  public Path root() {
    return root;
  }

  /** Writes one file, by its path below the root. */
  public void write(String path, byte[] bytes) throws IOException {
    Set<Path> folders = makeFolders(Set.of(path));
    Path staged = staged(0);
    writeForced(staged, bytes);
    Files.move(staged, root.resolve(path), StandardCopyOption.ATOMIC_MOVE);
    force(folders);
  }

  /**
   * Writes many files; a file is replaced if it is there.
   *
   * @param files bytes by path below the root
   */
  public void writeAll(SequencedMap<String, byte[]> files) throws IOException {
    Set<Path> folders = makeFolders(files.keySet());
    List<String> paths = List.copyOf(files.keySet());
    try (ExecutorService writers = Executors.newFixedThreadPool(WRITERS)) {
      List<Future<?>> written = new ArrayList<>();
      int number = 0;
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        Path staged = staged(number++);
        written.add(
            writers.submit(() -> {
              writeForced(staged, file.getValue());
              return null;
            }));
      }
      for (Future<?> file : written) {
        await(file);
      }
    }
    for (int i = 0; i < paths.size(); i++) {
      Files.move(staged(i), root.resolve(paths.get(i)), StandardCopyOption.ATOMIC_MOVE);
    }
    force(folders);
  }

  private static void await(Future<?> file) throws IOException {
    try {
      file.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while writing", e);
    } catch (ExecutionException e) {
      throw new IOException("a file of the log cannot be written: " + e.getCause(), e);
    }
  }

  private Path staged(int number) {
    return root.resolve(STAGING).resolve(Integer.toString(number));
  }

  /** Makes the folders of these files durable and returns them. */
  private Set<Path> makeFolders(Set<String> paths) throws IOException {
    Set<Path> folders = new LinkedHashSet<>();
    for (String path : paths) {
      folders.add(root.resolve(path).getParent());
    }
    for (Path folder : folders) {
      if (!durableFolders.contains(folder)) {
        Files.createDirectories(folder);
        // A folder lasts only if the one that names it was forced, up to the root.
        Path above = root;
        for (Path name : root.relativize(folder)) {
          force(Set.of(above));
          above = above.resolve(name);
        }
        durableFolders.add(folder);
      }
    }
    return folders;
  }

  private static void writeForced(Path file, byte[] bytes) throws IOException {
    try (FileChannel channel =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      ByteBuffer out = ByteBuffer.wrap(bytes);
      while (out.hasRemaining()) {
        channel.write(out);
      }
      channel.force(true);
    }
  }

  private static void force(Set<Path> folders) throws IOException {
    for (Path folder : folders) {
      try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }
}
