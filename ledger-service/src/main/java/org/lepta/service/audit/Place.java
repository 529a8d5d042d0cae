package org.lepta.service.audit;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * One thing to audit: a log, and the service that tells figures of it.
 *
 * @param server absent for a folder
 */
record Place(LogReader log, @Nullable Server server) implements AutoCloseable {

  /**
   * Opens an address or a folder.
   *
   * @param keep where to keep what is downloaded, or null
   */
  static Place open(String name, @Nullable Path keep) throws IOException {
    if (name.startsWith("http://") || name.startsWith("https://")) {
      Server server = new Server(name);
      return new Place(ServerLog.of(server, keep), server);
    }
    return new Place(FolderLog.in(Path.of(name)), null);
  }

  @Override
  public void close() throws IOException {
    if (server != null) {
      server.close();
    }
    log.close();
  }
}
