package org.lepta.service.transparency.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.lepta.service.kernel.Sha256;
import org.lepta.service.transparency.proof.NoteSigner;
import org.lepta.service.transparency.tiles.DurableFiles;

/** A log folder with its key, over a database, on which publishers start and die. */
final class Station {

  static final String ORIGIN = "log.example.org/gifts";

  final Path folder;
  final NoteSigner signer =
      NoteSigner.ofLog(
          ORIGIN,
          new byte[] {
            1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16,
            17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32
          });
  final List<String> published = new ArrayList<>();

  private final DataSource database;
  private final LogSource source;

  Station(Path folder, DataSource database, LogSource source) {
    this.folder = folder;
    this.database = database;
    this.source = source;
  }

  /** A publisher that lives on. */
  Publication publication() throws IOException {
    return publication(database, step -> {});
  }

  /** A publisher that is killed after a step was done so many times. */
  Publication dyingAfter(Step step, int times) throws IOException {
    int[] left = {times};
    return publication(
        database,
        reached -> {
          if (reached == step && --left[0] == 0) {
            throw new KilledException();
          }
        });
  }

  Publication publication(DataSource through, Step.Listener steps) throws IOException {
    return new Publication(
        new SigningKeys(signer, null, SigningKeys.Move.NONE),
        source,
        DurableFiles.open(folder),
        new LockRow(through),
        DrawCheckpoints.open(folder, source, false),
        steps,
        checkpoint -> published.add(new String(checkpoint.bytes(), UTF_8)));
  }

  /** Publishes all there is. */
  void publishAll() throws Exception {
    Publication publication = publication();
    boolean more = true;
    while (more) {
      more = publication.round();
    }
  }

  /** The public checkpoint; empty if there is none. */
  String file() throws IOException {
    Path file = folder.resolve("checkpoint");
    return Files.exists(file) ? Files.readString(file) : "";
  }

  /** What the database remembers; empty if it is nothing. */
  String row() throws Exception {
    Optional<byte[]> note = new LockRow(database).read();
    return note.map(bytes -> new String(bytes, UTF_8)).orElse("");
  }

  /** The size in a note. */
  static long size(String note) {
    return Long.parseLong(note.split("\n", -1)[1]);
  }

  /** The note that our key makes of a size and root: there is no other. */
  String note(long size, Sha256 root) {
    var checkpoint = new org.lepta.service.transparency.proof.Checkpoint(ORIGIN, size, root);
    return new String(SignedCheckpoint.sign(checkpoint, signer).bytes(), UTF_8);
  }

  /** All files by path, with their bytes as text of numbers. */
  Map<String, String> files() throws IOException {
    Map<String, String> files = new HashMap<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        files.put(
            folder.relativize(file).toString(), Sha256.digest(Files.readAllBytes(file)).hex());
      }
    }
    return files;
  }
}
