package org.lepta.service.platform.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Asks a server whether it is the one we need and keeps what it commits. */
final class ServerCheck {

  static final int MAJOR_VERSION = 18;

  private ServerCheck() {}

  /**
   * Returns normally only if version and durability settings are as needed.
   *
   * @param ours whether we run the server and so answer for its torn pages too; an operator may
   *     have a file system that does not tear
   */
  static void check(Connection connection, boolean ours) throws SQLException {
    int major = connection.getMetaData().getDatabaseMajorVersion();
    if (major < MAJOR_VERSION) {
      throw new DatabaseException(
          "PostgreSQL " + MAJOR_VERSION + " or newer is needed; this server is version " + major);
    }
    require(connection, "fsync", "on");
    if (ours) {
      require(connection, "synchronous_commit", "on");
      require(connection, "full_page_writes", "on");
      require(connection, "data_checksums", "on");
      require(connection, "password_encryption", "scram-sha-256");
      require(connection, "listen_addresses", EmbeddedServer.ADDRESS);
    } else if (value(connection, "synchronous_commit").equals("off")) {
      throw new DatabaseException(
          "the PostgreSQL setting synchronous_commit is off: commits could be lost");
    }
  }

  private static void require(Connection connection, String setting, String wanted)
      throws SQLException {
    String value = value(connection, setting);
    if (!value.equals(wanted)) {
      throw new DatabaseException(
          "the PostgreSQL setting " + setting + " must be " + wanted + ", it is " + value);
    }
  }

  private static String value(Connection connection, String setting) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SHOW " + setting)) {
      row.next();
      return row.getString(1);
    }
  }
}
