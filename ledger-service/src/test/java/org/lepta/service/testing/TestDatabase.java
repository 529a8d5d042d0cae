package org.lepta.service.testing;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.lepta.service.platform.database.Database;
import org.lepta.service.platform.database.DatabaseSettings;

/**
 * Gives a test class a fresh PostgreSQL database of its own, on one server per JVM.
 *
 * <p>Use: {@code @RegisterExtension static final TestDatabase DATABASE = TestDatabase.empty();} and
 * {@code DATABASE.dataSource()} in the tests; nested classes share it. The server is embedded, or
 * with {@code -Dlepta.testcontainers=true} a container of the image {@code postgres:18}.
 */
public final class TestDatabase implements BeforeAllCallback, AfterAllCallback {

  private static final String NO_TEMPLATE = "template1";

  private final String template;
  private final Preparation preparation;
  private @Nullable Database database;
  private DatabaseSettings.@Nullable External settings;
  private @Nullable Class<?> owner;

  private TestDatabase(String template, Preparation preparation) {
    this.template = template;
    this.preparation = preparation;
  }

  /** Each class gets an empty database. */
  public static TestDatabase empty() {
    return new TestDatabase(NO_TEMPLATE, dataSource -> {});
  }

  /**
   * Each class gets a copy of a database that is prepared once per JVM.
   *
   * @param template names the preparation: lower-case letters, digits and {@code _}
   * @param preparation makes the schema, such as a Flyway migration
   */
  public static TestDatabase preparedBy(String template, Preparation preparation) {
    if (!template.matches("[a-z][a-z0-9_]{0,40}") || template.equals(NO_TEMPLATE)) {
      throw new IllegalArgumentException("not a name for a template: " + template);
    }
    return new TestDatabase(template, preparation);
  }

  /** What makes a template. */
  @FunctionalInterface
  public interface Preparation {

    /** Fills the empty database. */
    void prepare(DataSource dataSource) throws SQLException;
  }

  /** Returns the pool of the class's database. */
  public DataSource dataSource() {
    return Objects.requireNonNull(database, "only while the class's tests run").dataSource();
  }

  /** Throws away everything that is in it. */
  public void clear() throws SQLException {
    execute("DROP SCHEMA public CASCADE; CREATE SCHEMA public");
  }

  /** Runs statements. */
  public void execute(String sql) throws SQLException {
    try (Connection connection = dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** The first column of what a query finds, as text. */
  public List<String> values(String sql) throws SQLException {
    List<String> values = new ArrayList<>();
    try (Connection connection = dataSource().getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        values.add(rows.getString(1));
      }
    }
    return values;
  }

  /** Returns address and owner of the class's database, for what opens its own connections. */
  public DatabaseSettings.External settings() {
    return Objects.requireNonNull(settings, "only while the class's tests run");
  }

  @Override
  public void beforeAll(ExtensionContext context) throws SQLException {
    if (owner != null) {
      return;
    }
    owner = context.getRequiredTestClass();
    SharedServer server =
        context
            .getRoot()
            .getStore(Namespace.create(TestDatabase.class))
            .computeIfAbsent(SharedServer.class, key -> SharedServer.start(), SharedServer.class);
    if (!template.equals(NO_TEMPLATE)) {
      server.prepareOnce(template, preparation);
    }
    settings = server.createDatabase(template);
    database = Database.open(settings);
  }

  @Override
  public void afterAll(ExtensionContext context) {
    if (context.getRequiredTestClass() != owner || database == null) {
      return;
    }
    database.close();
    database = null;
    settings = null;
    owner = null;
  }
}
