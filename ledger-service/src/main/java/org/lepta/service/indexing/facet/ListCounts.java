package org.lepta.service.indexing.facet;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lepta.ledger.entry.Entry;
import org.lepta.ledger.entry.Flow;
import org.lepta.ledger.entry.Kind;
import org.lepta.service.indexing.EntryFacts;
import org.lepta.service.indexing.IndexedEntry;
import org.lepta.service.indexing.Projection;
import org.lepta.service.indexing.Upsert;

/**
 * Counts every entry in each list that shows it: of the whole ledger, of its fund, and of each
 * organisation that owns the fund or stated it.
 */
public final class ListCounts implements Projection {

  /** The scope of the whole ledger. */
  public static final String ALL = "all";

  private static final String ADD =
      """
      INSERT INTO list_count AS s (scope, kind, unit, year, entries)
      SELECT * FROM unnest(?::text[], ?::text[], ?::text[], ?::int[], ?::bigint[])
      ON CONFLICT (scope, kind, unit, year) DO UPDATE SET entries = s.entries + excluded.entries
      """;

  private record Key(String scope, Kind kind, String unit, int year) {}

  /** The scope of a fund's lists. */
  public static String ofFund(String id) {
    return "fund:" + id;
  }

  /** The scope of an organisation's lists. */
  public static String ofOrganisation(String id) {
    return "organisation:" + id;
  }

  @Override
  public void apply(Connection connection, List<IndexedEntry> entries) throws SQLException {
    Map<Key, Long> counts = new HashMap<>();
    for (IndexedEntry entry : entries) {
      String unit = entry.entry().body() instanceof Flow flow ? flow.unit().code() : "";
      LocalDate day = EntryFacts.businessDate(entry.entry());
      for (String scope : scopes(entry)) {
        Key key = new Key(scope, entry.entry().kind(), unit, day == null ? 0 : day.getYear());
        counts.merge(key, 1L, Long::sum);
      }
    }
    Upsert.run(
        connection,
        ADD,
        counts.entrySet(),
        e -> e.getKey().scope(),
        e -> e.getKey().kind().label(),
        e -> e.getKey().unit(),
        e -> e.getKey().year(),
        Map.Entry::getValue);
  }

  private static Set<String> scopes(IndexedEntry indexed) {
    Entry entry = indexed.entry();
    Set<String> scopes = new LinkedHashSet<>();
    scopes.add(ALL);
    scopes.add(ofOrganisation(entry.header().statedBy()));
    if (indexed.fund() != null) {
      scopes.add(ofOrganisation(indexed.fund().owner()));
    }
    String fund = EntryFacts.fundOf(entry.body());
    if (fund != null) {
      scopes.add(ofFund(fund));
    }
    return scopes;
  }
}
