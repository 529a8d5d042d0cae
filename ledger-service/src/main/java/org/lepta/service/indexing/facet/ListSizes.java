package org.lepta.service.indexing.facet;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.lepta.ledger.entry.Kind;
import org.lepta.service.indexing.FundFacts;
import org.lepta.service.indexing.IndexedEntry;
import org.lepta.service.indexing.Projection;
import org.lepta.service.indexing.Upsert;

/**
 * Counts the entries of each kind that a fund and an organisation have, so that those with the most
 * are found. An organisation has what it states and what moves the funds that it owns. Of a fund
 * only what moves it is counted: what others note of it does not stand in its owner's lists.
 */
public final class ListSizes implements Projection {

  private static final String ADD =
      """
      INSERT INTO list_size AS s (of, kind, id, owner, entries)
      SELECT * FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::bigint[])
      ON CONFLICT (of, kind, id) DO UPDATE SET entries = s.entries + excluded.entries
      """;

  /** Whose lists are counted. */
  public enum Of {
    FUND,
    ORGANISATION;

    /** The word for it in the table. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private record Key(Of of, Kind kind, String id, String owner) {}

  @Override
  public void apply(Connection connection, List<IndexedEntry> entries) throws SQLException {
    Map<Key, Long> sizes = new HashMap<>();
    for (IndexedEntry entry : entries) {
      keys(entry).forEach(key -> sizes.merge(key, 1L, Long::sum));
    }
    Upsert.run(
        connection,
        ADD,
        sizes.entrySet(),
        e -> e.getKey().of().label(),
        e -> e.getKey().kind().label(),
        e -> e.getKey().id(),
        e -> e.getKey().owner(),
        Map.Entry::getValue);
  }

  private static Set<Key> keys(IndexedEntry indexed) {
    Kind kind = indexed.entry().kind();
    FundFacts fund = indexed.fund();
    Set<Key> keys = new LinkedHashSet<>();
    keys.add(new Key(Of.ORGANISATION, kind, indexed.entry().header().statedBy(), ""));
    if (fund != null) {
      keys.add(new Key(Of.ORGANISATION, kind, fund.owner(), ""));
      keys.add(new Key(Of.FUND, kind, fund.id(), fund.owner()));
    }
    return keys;
  }
}
