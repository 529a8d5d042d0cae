package org.lepta.service.ledger.embedded;

import java.nio.file.Path;
import org.lepta.service.kernel.ProcessLock;

/** Another ledger has this folder open; two writers on one file would break it. */
public final class FolderInUseException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  FolderInUseException(Path folder, ProcessLock.HeldException cause) {
    super("LEDGER_FOLDER_IN_USE: " + folder + " is held by process " + cause.holder(), cause);
  }
}
