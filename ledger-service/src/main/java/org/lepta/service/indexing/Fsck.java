package org.lepta.service.indexing;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.lepta.service.ledger.BlockSource;
import org.lepta.service.ledger.UnreachableException;
import org.lepta.service.transparency.log.LogSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Rebuilds the index from the ledger's blocks beside the one in use, in a schema of its own, and
 * compares every table row by row. Changes nothing that is in use.
 */
public final class Fsck {

  private static final String SCHEMA = "fsck";
  private static final String NOT_FROM_BLOCKS =
      "('flyway_schema_history', 'outbox', 'outbox_number', 'log_checkpoint',"
          + " 'missing_text', 'text_scan')";

  private final BlockSource blocks;
  private final DataSource database;
  private final List<Projection> projections;

  /** Prepares a check of the index in this database against these blocks. */
  public Fsck(BlockSource blocks, DataSource database, List<Projection> projections) {
    this.blocks = blocks;
    this.database = database;
    this.projections = List.copyOf(projections);
  }

  /**
   * What the check found.
   *
   * @param leaves in the rebuilt log
   * @param root of the rebuilt log, in hexadecimal
   * @param tables how many were compared
   * @param differences one line per table that differs, with the first differing row
   */
  public record Report(long leaves, String root, int tables, List<String> differences) {

    /** Copies the list. */
    public Report {
      differences = List.copyOf(differences);
    }

    /** Whether index and log are exactly what the blocks say. */
    public boolean isEqual() {
      return differences.isEmpty();
    }
  }

  /** Looks at the rebuilt log before it is dropped. */
  @FunctionalInterface
  public interface Look {

    /** Takes the log as the blocks give it; it is gone when this returns. */
    void at(LogSource rebuilt) throws SQLException, IOException;
  }

  /**
   * Rebuilds and compares; takes about as long as indexing the ledger did.
   *
   * @param look sees the rebuilt log
   */
  public Report run(Look look)
      throws SQLException, IOException, InterruptedException, UnreachableException {
    drop();
    try {
      rebuild();
      look.at(IndexedLog.still(new InSchema(database)));
      return compare();
    } finally {
      drop();
    }
  }

  private void rebuild() throws SQLException, InterruptedException, UnreachableException {
    DataSource beside = new InSchema(database);
    Flyway.configure().dataSource(database).schemas(SCHEMA).defaultSchema(SCHEMA).load().migrate();
    new Indexer(blocks, beside, projections).catchUp();
  }

  private Report compare() throws SQLException {
    List<String> differences = new ArrayList<>();
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      List<String> tables = tables(statement);
      for (String table : tables) {
        difference(statement, table).ifPresent(differences::add);
      }
      try (ResultSet log =
          statement.executeQuery(
              "SELECT size, encode(root, 'hex') FROM fsck.block_root ORDER BY block DESC LIMIT"
                  + " 1")) {
        boolean any = log.next();
        return new Report(
            any ? log.getLong(1) : 0, any ? log.getString(2) : "", tables.size(), differences);
      }
    }
  }

  private static List<String> tables(Statement statement) throws SQLException {
    List<String> tables = new ArrayList<>();
    try (ResultSet rows =
        statement.executeQuery(
            "SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
                + " WHERE n.nspname = 'fsck' AND c.relkind IN ('r', 'p') AND NOT c.relispartition"
                + " AND c.relname NOT IN "
                + NOT_FROM_BLOCKS
                + " ORDER BY c.relname")) {
      while (rows.next()) {
        tables.add(rows.getString(1));
      }
    }
    return tables;
  }

  private static Optional<String> difference(Statement statement, String table)
      throws SQLException {
    if (fingerprint(statement, "public", table).equals(fingerprint(statement, SCHEMA, table))) {
      return Optional.empty();
    }
    return Optional.of(
        table
            + ": index has "
            + onlyIn(statement, table, "public", SCHEMA)
            + ", blocks say "
            + onlyIn(statement, table, SCHEMA, "public"));
  }

  /** Number of rows and a sum over their hashes, which does not depend on their order. */
  private static String fingerprint(Statement statement, String schema, String table)
      throws SQLException {
    try (ResultSet row =
        statement.executeQuery(
            "SELECT count(*) || '/' || coalesce(sum(hashtextextended(t::text, 0)::numeric), 0)"
                + " FROM %s.%s t".formatted(schema, table))) {
      row.next();
      return row.getString(1);
    }
  }

  private static String onlyIn(Statement statement, String table, String here, String there)
      throws SQLException {
    try (ResultSet row =
        statement.executeQuery(
            "SELECT left(t::text, 300) FROM (SELECT * FROM %1$s.%3$s EXCEPT SELECT * FROM %2$s.%3$s) t"
                    .formatted(here, there, table)
                + " ORDER BY 1 LIMIT 1")) {
      return row.next() ? row.getString(1) : "nothing more";
    }
  }

  private void drop() throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("DROP SCHEMA IF EXISTS " + SCHEMA + " CASCADE");
    }
  }

  /** Connections whose tables are those of the rebuilt index; the pool resets them on return. */
  private static final class InSchema extends DelegatingDataSource {

    InSchema(DataSource database) {
      super(database);
    }

    @Override
    public Connection getConnection() throws SQLException {
      Connection connection = super.getConnection();
      connection.setSchema(SCHEMA);
      return connection;
    }
  }
}
