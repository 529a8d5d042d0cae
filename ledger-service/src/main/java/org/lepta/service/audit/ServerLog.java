package org.lepta.service.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lepta.service.transparency.proof.RecordedKeys;
import org.lepta.service.transparency.proof.SignedNote;
import org.lepta.service.transparency.tiles.DamagedTileException;
import org.lepta.service.transparency.tiles.DurableFiles;
import org.lepta.service.transparency.tiles.EntryBundle;
import org.lepta.service.transparency.tiles.TileFiles;
import org.lepta.service.transparency.tiles.TilePath;

/**
 * The log that a service publishes. What was downloaded is kept in a folder in the form of a log
 * folder, so that an audit that was broken off goes on where it was; a file stands under its name
 * only once it is whole. Without a folder to keep, a temporary one is deleted at the end.
 */
final class ServerLog implements LogReader {

  private static final int MAX_BUNDLE = TilePath.FULL * (Short.BYTES + EntryBundle.MAX_ENTRY_BYTES);

  private final Server server;
  private final Path folder;
  private final boolean temporary;
  private final TileFiles kept;
  private byte @Nullable [] checkpoint;

  private ServerLog(Server server, Path folder, boolean temporary) {
    this.server = server;
    this.folder = folder;
    this.temporary = temporary;
    this.kept = new TileFiles(DurableFiles.reading(folder));
  }

  /** Downloads into this folder, or into a temporary one. */
  static ServerLog of(Server server, @Nullable Path keep) throws IOException {
    Path folder =
        keep == null ? Files.createTempDirectory("lepta-audit") : Files.createDirectories(keep);
    return new ServerLog(server, folder, keep == null);
  }

  @Override
  public String name() {
    return server.address();
  }

  @Override
  public synchronized byte[] checkpoint() throws IOException, InterruptedException {
    byte[] known = checkpoint;
    if (known == null) {
      known =
          server
              .get("/log/checkpoint", SignedNote.MAX_BYTES)
              .orElseThrow(() -> new IOException("nothing is published at " + server.address()));
      Files.write(folder.resolve("checkpoint"), known);
      checkpoint = known;
    }
    return known;
  }

  @Override
  public byte[] read(TilePath path) throws IOException, InterruptedException {
    if (kept.find(path).isEmpty()) {
      download(path);
      keepTileOf(path);
    } else if (!isOfItsTile(path)) {
      download(path);
    }
    return kept.read(path);
  }

  /** With its hashes, what is kept can name a damaged entry later on. */
  private void keepTileOf(TilePath path) throws IOException, InterruptedException {
    if (path.isEntries() && !temporary) {
      read(new TilePath(0, path.index(), path.width()));
    }
  }

  /** What was kept by an earlier audit may have been damaged since. */
  private boolean isOfItsTile(TilePath path) throws IOException, InterruptedException {
    if (!path.isEntries() || temporary) {
      return true;
    }
    try {
      byte[] tile = read(new TilePath(0, path.index(), path.width()));
      return FirstHash.isOfTile(DecodedLeaf.all(path, kept.read(path)), tile);
    } catch (DamagedTileException e) {
      return false;
    }
  }

  @Override
  public Optional<byte[]> afterDraw(long leaf) throws IOException, InterruptedException {
    return server.get("/log/draw/" + leaf, SignedNote.MAX_BYTES);
  }

  /** Kept like the tiles, so that what was downloaded can be audited as a folder. */
  @Override
  public Optional<byte[]> keyChange(long leaf) throws IOException, InterruptedException {
    String path = RecordedKeys.pathOfChange(leaf);
    Optional<byte[]> note = server.get("/log/" + path, SignedNote.MAX_BYTES);
    if (note.isPresent()) {
      Path file = folder.resolve(path);
      Files.createDirectories(file.getParent());
      Files.write(file, note.get());
    }
    return note;
  }

  private void download(TilePath path) throws IOException, InterruptedException {
    Optional<byte[]> exact = server.get("/log/" + path, MAX_BUNDLE);
    if (exact.isPresent()) {
      keep(path, exact.get());
    } else if (!path.isFull()) {
      Optional<byte[]> full = server.get("/log/" + path.full(), MAX_BUNDLE);
      keep(path.full(), full.orElseThrow(() -> new DamagedTileException(path, "is missing")));
    } else {
      throw new DamagedTileException(path, "is missing");
    }
  }

  private void keep(TilePath path, byte[] bytes) throws IOException {
    Path file = kept.file(path);
    Files.createDirectories(file.getParent());
    Path part = Files.createTempFile(file.getParent(), ".part", "");
    Files.write(part, bytes);
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    requireWhole(path, file);
  }

  /** What is not of its form is not kept, so that the next audit asks again. */
  private void requireWhole(TilePath path, Path file) throws IOException {
    try {
      kept.read(path);
    } catch (DamagedTileException e) {
      Files.deleteIfExists(file);
      throw e;
    }
  }

  @Override
  public void close() throws IOException {
    if (temporary) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.deleteIfExists(file);
        }
      }
    }
  }
}
