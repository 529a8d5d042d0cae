package org.lepta.service.testing;

import org.junit.jupiter.api.Assumptions;
import org.lepta.service.platform.database.DatabaseSettings;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** The same server as a container; the image's own setting turns {@code fsync} on. */
final class ContainerServer implements AutoCloseable {

  private static final String IMAGE = "postgres:18";

  private final PostgreSQLContainer container;

  private ContainerServer(PostgreSQLContainer container) {
    this.container = container;
  }

  static ContainerServer start() {
    Assumptions.assumeTrue(
        DockerClientFactory.instance().isDockerAvailable(),
        "lepta.testcontainers is set, but no Docker engine answers");
    PostgreSQLContainer container = new PostgreSQLContainer(IMAGE);
    // Testcontainers starts the server without durability; our check of it would refuse that.
    container.setCommand("postgres", "-c", "fsync=on");
    container.start();
    return new ContainerServer(container);
  }

  DatabaseSettings.External admin(String database) {
    String url =
        "jdbc:postgresql://"
            + container.getHost()
            + ":"
            + container.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT)
            + "/"
            + database;
    return new DatabaseSettings.External(url, container.getUsername(), container.getPassword());
  }

  @Override
  public void close() {
    container.stop();
  }
}
