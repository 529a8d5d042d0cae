package org.lepta.service.platform.database;

import java.nio.file.Path;

/** Which PostgreSQL to use. */
public sealed interface DatabaseSettings {

  /**
   * The PostgreSQL that Lepta brings along.
   *
   * @param folder holds cluster, passwords and log; made when missing; kept across restarts
   * @param port on the loopback address; 0 takes a free one at each start
   */
  record Embedded(Path folder, int port) implements DatabaseSettings {

    /**
     * Checks the port.
     *
     * @throws IllegalArgumentException if the port is not within 0 to 65535
     */
    public Embedded {
      if (port < 0 || port > 65_535) {
        throw new IllegalArgumentException("no such port: " + port);
      }
      folder = folder.toAbsolutePath().normalize();
    }
  }

  /**
   * A PostgreSQL that the operator runs.
   *
   * @param url a JDBC URL, {@code jdbc:postgresql://host:port/database}
   * @param user owner of that database
   * @param password of that user; appears in no message
   */
  record External(String url, String user, String password) implements DatabaseSettings {

    /**
     * Checks the kind of URL.
     *
     * @throws IllegalArgumentException if the URL is not one of PostgreSQL
     */
    public External {
      if (!url.startsWith("jdbc:postgresql:")) {
        throw new IllegalArgumentException("the database URL must start with jdbc:postgresql:");
      }
    }

    @Override
    public String toString() {
      return "External[user=" + user + "]";
    }
  }
}
