package org.lepta.service.transparency.witness;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.lepta.service.kernel.Sha256;
import org.lepta.service.transparency.proof.FaultException;
import org.lepta.service.transparency.proof.SignedNote;
import org.lepta.service.transparency.tiles.DurableFiles;

/**
 * What a witness cosigned last of each log, one file a log, and the checkpoints that contradict it.
 * Not thread-safe.
 */
final class WitnessMemory {

  private static final String LATEST = "latest/";
  private static final String CONTRADICTIONS = "contradictions/";

  /** Enough to prove it; more would let a log fill the disk. */
  private static final int MOST_CONTRADICTIONS = 16;

  private final DurableFiles files;

  WitnessMemory(Path folder) throws IOException {
    this.files = DurableFiles.open(folder);
  }

  /** The name of an origin in paths (C2SP tlog-witness, monitor retrieval). */
  static String hash(String origin) {
    return Sha256.digest(origin.getBytes(StandardCharsets.UTF_8)).hex();
  }

  /** Returns the note that was cosigned last, with the log's signature and the witness's own. */
  Optional<SignedNote> latest(String originHash) throws IOException {
    Path file = files.root().resolve(LATEST + originHash);
    try {
      return Optional.of(SignedNote.parse(Files.readAllBytes(file)));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (FaultException e) {
      // What was seen is not known any more, so nothing may be cosigned.
      throw new IOException(file + " is damaged: " + e.getMessage(), e);
    }
  }

  /** Remembers a note; durable on return. */
  void remember(String origin, SignedNote note) throws IOException {
    files.write(LATEST + hash(origin), note.bytes());
  }

  /**
   * Keeps a note that the log has signed and that contradicts an earlier one; durable on return.
   */
  void keepContradiction(String origin, SignedNote note) throws IOException {
    String folder = CONTRADICTIONS + hash(origin);
    if (count(files.root().resolve(folder)) < MOST_CONTRADICTIONS) {
      files.write(folder + "/" + Sha256.digest(note.text().bytes()).hex(), note.bytes());
    }
  }

  private static long count(Path folder) throws IOException {
    if (Files.notExists(folder)) {
      return 0;
    }
    try (Stream<Path> kept = Files.list(folder)) {
      return kept.count();
    }
  }
}
