package org.lepta.service.transparency.log;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.lepta.service.kernel.Sha256;
import org.lepta.service.transparency.proof.FaultException;
import org.lepta.service.transparency.proof.SignedNote;
import org.lepta.service.transparency.tiles.DurableFiles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The newest cosigned checkpoint, in a folder of its own: it is not written by the thread that
 * writes the log. One thread at a time.
 */
final class CosignedFile {

  private static final Logger LOG = LoggerFactory.getLogger(CosignedFile.class);
  private static final String NAME = "checkpoint";

  private final DurableFiles files;

  private CosignedFile(DurableFiles files) {
    this.files = files;
  }

  static CosignedFile open(Path folder) throws IOException {
    return new CosignedFile(DurableFiles.open(folder));
  }

  /** Reads it; what cannot be read is as good as none, since witnesses cosign again. */
  Optional<SignedCheckpoint> read() throws IOException {
    try {
      return Optional.of(
          SignedCheckpoint.parseUnverified(Files.readAllBytes(files.root().resolve(NAME))));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (FaultException e) {
      LOG.warn("the cosigned checkpoint cannot be read: {}", e.detail());
      return Optional.empty();
    }
  }

  /** Replaces it; durable on return. */
  void write(SignedCheckpoint checkpoint) throws IOException {
    files.write(NAME, checkpoint.bytes());
  }

  /**
   * Keeps what contradicts the log; durable on return.
   *
   * @return the path below the folder of data, for people
   */
  String keepContradiction(SignedNote note) throws IOException {
    String name = "contradiction-" + Sha256.digest(note.bytes()).hex();
    files.write(name, note.bytes());
    return files.root().getFileName() + "/" + name;
  }
}
