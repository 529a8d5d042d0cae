package org.lepta.service.platform.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * An open database: a pool of connections and, when embedded, the server behind it.
 *
 * <p>What is committed through it is durable when the commit returns: {@code fsync} and {@code
 * synchronous_commit} (embedded: {@code full_page_writes} and data checksums too) were found in
 * force at opening. Thread-safe.
 */
public final class Database implements AutoCloseable {

  private static final int POOL_SIZE = 16;
  private static final int IDLE_CONNECTIONS = 2;
  private static final long CONNECT_TIMEOUT_MILLIS = 10_000;

  private final HikariDataSource pool;
  private final @Nullable EmbeddedServer server;

  private Database(HikariDataSource pool, @Nullable EmbeddedServer server) {
    this.pool = pool;
    this.server = server;
  }

  /**
   * Opens the database that the settings name; an embedded one is made at first.
   *
   * @throws DatabaseException if the server cannot be started or reached, is of another major
   *     version, or does not write durably
   */
  public static Database open(DatabaseSettings settings) {
    return switch (settings) {
      case DatabaseSettings.Embedded embedded -> openEmbedded(embedded);
      case DatabaseSettings.External external -> openExternal(external, null);
    };
  }

  /** Opens the embedded database in the folder, on a free port. */
  public static Database embedded(Path folder) {
    return open(new DatabaseSettings.Embedded(folder, 0));
  }

  /**
   * Stops the server that a killed process left behind in the folder, so that the folder can be
   * deleted; does nothing where none runs.
   *
   * @throws DatabaseException if another process holds the folder, or the server does not stop
   */
  public static void stopLeftover(Path folder) {
    EmbeddedServer.stopLeftover(folder);
  }

  /** Opens the operator's database. */
  public static Database external(String url, String user, String password) {
    return open(new DatabaseSettings.External(url, user, password));
  }

  /** Returns the pooled connections; they auto-commit unless told otherwise. */
  public DataSource dataSource() {
    return pool;
  }

  /** Returns the JDBC URL in use; it holds no password unless the operator's does. */
  public String url() {
    return pool.getJdbcUrl();
  }

  /**
   * Closes the connections and stops an embedded server cleanly. Idempotent.
   *
   * @throws DatabaseException if the embedded server does not stop
   */
  @Override
  public void close() {
    pool.close();
    if (server != null) {
      server.close();
    }
  }

  private static Database openEmbedded(DatabaseSettings.Embedded settings) {
    EmbeddedServer server = EmbeddedServer.start(settings);
    try {
      return openExternal(server.application(), server);
    } catch (RuntimeException e) {
      server.close();
      throw e;
    }
  }

  private static Database openExternal(
      DatabaseSettings.External settings, @Nullable EmbeddedServer server) {
    try (Connection connection =
        DriverManager.getConnection(settings.url(), settings.user(), settings.password())) {
      ServerCheck.check(connection, server != null);
    } catch (SQLException e) {
      throw new DatabaseException(
          "PostgreSQL cannot be reached as user " + settings.user() + ": " + e.getMessage(), e);
    }
    return new Database(new HikariDataSource(poolConfig(settings)), server);
  }

  private static HikariConfig poolConfig(DatabaseSettings.External settings) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("lepta");
    config.setJdbcUrl(settings.url());
    config.setUsername(settings.user());
    config.setPassword(settings.password());
    // Named, so that a connection that looked into another schema comes back to this one.
    config.setSchema("public");
    config.setMaximumPoolSize(POOL_SIZE);
    // Several services share a server; an idle one need not hold all the connections it may take.
    config.setMinimumIdle(IDLE_CONNECTIONS);
    config.setConnectionTimeout(CONNECT_TIMEOUT_MILLIS);
    config.addDataSourceProperty("ApplicationName", "lepta");
    config.addDataSourceProperty("reWriteBatchedInserts", "true");
    return config;
  }
}
