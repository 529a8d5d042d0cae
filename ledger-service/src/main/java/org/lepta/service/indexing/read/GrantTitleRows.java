package org.lepta.service.indexing.read;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import org.lepta.ledger.entry.Kind;
import org.lepta.ledger.entry.TextHash;
import org.lepta.service.indexing.CopyBuffer;
import org.lepta.service.indexing.IndexedEntry;
import org.lepta.service.indexing.Projection;

/**
 * Keeps which grants have titles, so that all titles can be read again without reading all grants.
 * Repeats are left out: what they name is shown with the first.
 */
public final class GrantTitleRows implements Projection {

  /** The role of a text that is a grant's title. */
  static final String TITLE = "title";

  @Override
  public void apply(Connection connection, List<IndexedEntry> entries) throws SQLException {
    CopyBuffer rows = new CopyBuffer();
    boolean any = false;
    for (IndexedEntry entry : entries) {
      if (entry.entry().kind() != Kind.GRANT || entry.leaf().repeatOf() != null) {
        continue;
      }
      for (String hash : titles(entry)) {
        rows.row(2).int8(entry.index()).bytea(HexFormat.of().parseHex(hash));
        any = true;
      }
    }
    if (any) {
      rows.copyInto(connection, "grant_title (leaf, hash)");
    }
  }

  private static List<String> titles(IndexedEntry entry) {
    return entry.entry().header().texts().stream()
        .filter(text -> text.role().equals(TITLE))
        .map(TextHash::hash)
        .map(hash -> hash.hex())
        .distinct()
        .toList();
  }
}
