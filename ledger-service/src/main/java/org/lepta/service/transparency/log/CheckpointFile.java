package org.lepta.service.transparency.log;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.Optional;
import org.lepta.service.transparency.tiles.DurableFiles;

/** The file {@code checkpoint}: what the world sees. Reading is thread-safe. */
final class CheckpointFile {

  static final String NAME = "checkpoint";

  private final DurableFiles files;

  CheckpointFile(DurableFiles files) {
    this.files = files;
  }

  Optional<byte[]> read() throws IOException {
    try {
      return Optional.of(Files.readAllBytes(files.root().resolve(NAME)));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  /** Replaces it; durable on return. */
  void write(SignedCheckpoint checkpoint) throws IOException {
    files.write(NAME, checkpoint.bytes());
  }
}
