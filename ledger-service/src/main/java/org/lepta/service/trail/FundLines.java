package org.lepta.service.trail;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lepta.service.indexing.BrokenIndexException;
import org.lepta.service.indexing.IndexedEntry;
import org.lepta.service.indexing.Projection;

/**
 * Keeps the fund lines in the database, inside the group's transaction. Rows depend on the entries
 * alone, not on the groups they came in. Stateless and thread-safe.
 */
public final class FundLines implements Projection {

  /**
   * Moves the lines of the funds that the entries touch.
   *
   * @throws BrokenIndexException if a line no longer ties to its fund's balances
   */
  @Override
  public void apply(Connection connection, List<IndexedEntry> entries) throws SQLException {
    Map<BookKey, BookWork> works = new LinkedHashMap<>();
    Conservation conservation = new Conservation();
    for (IndexedEntry entry : entries) {
      conservation.count(entry);
      for (Movement movement : Movements.of(entry)) {
        BookKey key = new BookKey(fundOf(entry), movement.unit().code());
        works.computeIfAbsent(key, BookWork::new).add(movement);
      }
    }
    new LineLoader(connection, works).load();
    new PoolLoader(connection, works.values()).load();
    for (BookWork work : works.values()) {
      PooledLine line = new PooledLine(work.book);
      work.movements.forEach(line::apply);
    }
    conservation.check(works);
    new LineWriter(connection, works.values()).write();
  }

  private static String fundOf(IndexedEntry entry) {
    if (entry.fund() == null) {
      throw new BrokenIndexException("leaf " + entry.index() + " moves money of no fund");
    }
    return entry.fund().id();
  }
}
