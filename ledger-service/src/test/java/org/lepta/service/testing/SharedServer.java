package org.lepta.service.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;
import org.lepta.service.platform.database.Database;
import org.lepta.service.platform.database.DatabaseSettings;
import org.lepta.service.platform.database.TestServer;

/** The server that all test classes of a JVM share; JUnit closes it at the end of the run. */
final class SharedServer implements AutoCloseable {

  private final AutoCloseable server;
  private final Function<String, DatabaseSettings.External> admin;
  private final Set<String> templates = new HashSet<>();
  private int databases;

  private SharedServer(
      AutoCloseable server, Function<String, DatabaseSettings.External> admin) {
    this.server = server;
    this.admin = admin;
  }

  static SharedServer start() {
    if (Boolean.getBoolean("lepta.testcontainers")) {
      ContainerServer container = ContainerServer.start();
      return new SharedServer(container, container::admin);
    }
    TestServer embedded = TestServer.start();
    return new SharedServer(embedded, embedded::admin);
  }

  synchronized DatabaseSettings.External createDatabase(String template) throws SQLException {
    String name = "test_" + ++databases;
    execute("CREATE DATABASE " + name + " TEMPLATE " + template);
    return admin.apply(name);
  }

  synchronized void prepareOnce(String template, TestDatabase.Preparation preparation)
      throws SQLException {
    if (templates.contains(template)) {
      return;
    }
    execute("DROP DATABASE IF EXISTS " + template);
    execute("CREATE DATABASE " + template);
    try (Database database = Database.open(admin.apply(template))) {
      preparation.prepare(database.dataSource());
    }
    templates.add(template);
  }

  @Override
  public void close() throws Exception {
    server.close();
  }

  private void execute(String sql) throws SQLException {
    DatabaseSettings.External settings = admin.apply("postgres");
    try (Connection connection =
            DriverManager.getConnection(settings.url(), settings.user(), settings.password());
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
