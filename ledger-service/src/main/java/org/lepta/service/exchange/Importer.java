package org.lepta.service.exchange;

import java.io.IOException;
import java.nio.file.Path;
import org.lepta.service.exchange.internal.FileImport;

/**
 * Imports published files (docs/reference/imports). A file is read twice: first whole, to refuse it
 * by its structure before anything is submitted and to learn its hash and the names in it, then
 * line by line. Memory does not depend on the length of the file. Thread-safe if the intake is.
 */
public final class Importer {

  private final Intake intake;

  public Importer(Intake intake) {
    this.intake = intake;
  }

  /**
   * Imports one file, which must not change meanwhile. Repeating it adds nothing; after a failure
   * in the middle, repeating it completes it.
   *
   * @return what became of its lines, all of which are committed, unless it was a dry run
   * @throws RefusedFileException if the file is refused as a whole; nothing was submitted
   * @throws IOException if the file cannot be read
   */
  public ImportReport importFile(Path file, ImportOptions options, ProgressListener listener)
      throws IOException {
    return new FileImport(intake, options, listener).run(file);
  }
}
