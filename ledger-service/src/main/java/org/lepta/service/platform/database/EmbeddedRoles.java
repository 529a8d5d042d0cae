package org.lepta.service.platform.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Makes the role and the database of the service, which is no administrator. */
final class EmbeddedRoles {

  private EmbeddedRoles() {}

  /** Brings role, password and database to what they should be; may be repeated. */
  static void provision(DatabaseSettings.External admin, String password) {
    try (Connection connection =
            DriverManager.getConnection(admin.url(), admin.user(), admin.password());
        Statement statement = connection.createStatement()) {
      String role = EmbeddedServer.APPLICATION;
      if (isMissing(statement, "pg_roles WHERE rolname = '" + role + "'")) {
        statement.execute("CREATE ROLE " + role + " LOGIN");
      }
      statement.execute("ALTER ROLE " + role + " PASSWORD '" + password + "'");
      if (isMissing(statement, "pg_database WHERE datname = '" + role + "'")) {
        statement.execute("CREATE DATABASE " + role + " OWNER " + role);
      }
    } catch (SQLException e) {
      throw new DatabaseException("the embedded database cannot be set up: " + e.getMessage(), e);
    }
  }

  private static boolean isMissing(Statement statement, String what) throws SQLException {
    try (ResultSet row = statement.executeQuery("SELECT 1 FROM " + what)) {
      return !row.next();
    }
  }
}
