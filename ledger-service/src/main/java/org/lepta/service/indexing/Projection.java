package org.lepta.service.indexing;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** A read model that moves with the log: fed in log order, inside the group's transaction. */
public interface Projection {

  /**
   * Takes the entries of one group of blocks.
   *
   * @param connection of the group's transaction; neither committed nor closed here
   * @param entries in log order, each exactly once over all groups
   * @throws SQLException if the database fails; the whole group is rolled back and tried again
   */
  void apply(Connection connection, List<IndexedEntry> entries) throws SQLException;
}
