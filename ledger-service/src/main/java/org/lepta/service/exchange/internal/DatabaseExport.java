package org.lepta.service.exchange.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.lepta.service.exchange.ExportScope;
import org.lepta.service.indexing.read.Entries;
import org.lepta.service.indexing.read.EntryRecord;
import org.lepta.service.indexing.read.Texts;
import org.lepta.service.transparency.proof.Checkpoint;
import org.sqlite.SQLiteConfig;

/** Writes everything under a checkpoint as one SQLite database, a chunk at a time. Thread-safe. */
public final class DatabaseExport {

  private static final int PAGE_CACHE_KIB = 16_384;

  private final Entries entries;
  private final Texts texts;

  /** Reads through these. */
  public DatabaseExport(Entries entries, Texts texts) {
    this.entries = entries;
    this.texts = texts;
  }

  /**
   * Writes the database into an empty file; a file that is left by an exception is good for
   * nothing.
   *
   * @throws SQLException if it cannot be written
   */
  public void write(ExportScope scope, Path file) throws SQLException {
    try (Connection database = settings().createConnection("jdbc:sqlite:" + file)) {
      run(database, "ledger.sql");
      writeCheckpoint(database, scope.checkpoint());
      try (DatabaseTables tables = new DatabaseTables(database, texts)) {
        entries.forEachChunk(scope.entries(), chunk -> write(tables, chunk));
      }
      run(database, "ledger-indexes.sql");
      database.commit();
    }
  }

  /** The file is new and thrown away on any failure, so nothing needs to survive one. */
  private static SQLiteConfig settings() {
    SQLiteConfig settings = new SQLiteConfig();
    settings.setJournalMode(SQLiteConfig.JournalMode.OFF);
    settings.setSynchronous(SQLiteConfig.SynchronousMode.OFF);
    settings.setLockingMode(SQLiteConfig.LockingMode.EXCLUSIVE);
    settings.setCacheSize(-PAGE_CACHE_KIB);
    return settings;
  }

  private static void write(DatabaseTables tables, List<EntryRecord> chunk) {
    try {
      tables.write(chunk);
    } catch (SQLException e) {
      throw new UnwrittenException(e);
    }
  }

  private static void writeCheckpoint(Connection database, Checkpoint checkpoint)
      throws SQLException {
    database.setAutoCommit(false);
    try (DatabaseRow row = new DatabaseRow(database, "checkpoint", 3)) {
      row.text(checkpoint.origin()).number(checkpoint.size()).text(checkpoint.root().hex()).end();
      row.send();
    }
  }

  /** Runs statements of a file; each ends with a semicolon at the end of a line. */
  private static void run(Connection database, String file) throws SQLException {
    try (Statement statement = database.createStatement()) {
      for (String sql : read(file).split(";\n", -1)) {
        if (!sql.isBlank()) {
          statement.execute(sql);
        }
      }
    }
  }

  private static String read(String file) {
    try (InputStream in = ExportScope.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("a part of the program is missing: " + file);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException("a part of the program cannot be read: " + file, e);
    }
  }

  /** Carries what went wrong out of the reading of entries. */
  private static final class UnwrittenException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private UnwrittenException(SQLException cause) {
      super("the database file cannot be written", cause);
    }
  }
}
