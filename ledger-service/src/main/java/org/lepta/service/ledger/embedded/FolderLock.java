package org.lepta.service.ledger.embedded;

import java.io.IOException;
import java.nio.file.Path;
import org.lepta.service.kernel.ProcessLock;

/** Keeps a second ledger off the folder, by its file {@code lock}. */
final class FolderLock {

  private FolderLock() {}

  /**
   * Takes the lock.
   *
   * @throws FolderInUseException if another ledger, here or in another process, holds it
   */
  static ProcessLock take(Path folder) throws IOException {
    try {
      return ProcessLock.take(folder.resolve("lock"));
    } catch (ProcessLock.HeldException e) {
      throw new FolderInUseException(folder, e);
    }
  }
}
