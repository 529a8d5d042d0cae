package org.lepta.service.platform.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** An embedded server in a temporary folder, with the administrator's access to it. */
public final class TestServer implements AutoCloseable {

  private final Path folder;
  private final EmbeddedServer server;

  private TestServer(Path folder, EmbeddedServer server) {
    this.folder = folder;
    this.server = server;
  }

  /** Starts a server on a free port. */
  public static TestServer start() {
    try {
      Path folder = Files.createTempDirectory("lepta-test-database-");
      return new TestServer(
          folder, EmbeddedServer.start(new DatabaseSettings.Embedded(folder, 0)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the administrator's way into a database of the server. */
  public DatabaseSettings.External admin(String database) {
    return server.admin(database);
  }

  @Override
  public void close() {
    server.close();
    try {
      Folders.delete(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
