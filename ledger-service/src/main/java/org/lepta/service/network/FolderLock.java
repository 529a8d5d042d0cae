package org.lepta.service.network;

import java.io.IOException;
import org.lepta.service.kernel.ProcessLock;

/** Lets one command at a time work on the folder. */
final class FolderLock {

  private FolderLock() {}

  /**
   * Takes the lock.
   *
   * @throws NetworkException NETWORK_BUSY if another command has it
   */
  static ProcessLock take(Folders folders) throws IOException, NetworkException {
    try {
      return ProcessLock.take(folders.lock());
    } catch (ProcessLock.HeldException e) {
      throw new NetworkException(
          NetworkException.Code.NETWORK_BUSY,
          "the command with the process id %s works on the network in %s"
              .formatted(e.holder(), folders.data()));
    }
  }
}
