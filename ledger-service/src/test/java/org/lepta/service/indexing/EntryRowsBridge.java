package org.lepta.service.indexing;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Writes entry rows as a group does, for tests of projections that look entries up. */
public final class EntryRowsBridge {

  private EntryRowsBridge() {}

  /** Writes the rows of entries. */
  public static void write(Connection connection, List<IndexedEntry> entries) throws SQLException {
    EntryRows.write(connection, entries);
  }
}
