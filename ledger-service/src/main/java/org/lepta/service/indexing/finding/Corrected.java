package org.lepta.service.indexing.finding;

import java.math.BigDecimal;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.lepta.ledger.entry.Correction;
import org.lepta.ledger.entry.Kind;
import org.lepta.service.indexing.IndexedEntry;

/**
 * How much these entries correct of earlier ones. Where an id stands on the ledger twice, what is
 * corrected is taken from the repeat, and of everything else from the entry that came first.
 *
 * @param ofFirst by leaf of the first entry with the id
 * @param ofLast by leaf of the last one
 * @param units of the entries in both
 */
record Corrected(
    Map<Long, BigDecimal> ofFirst, Map<Long, BigDecimal> ofLast, Map<Long, String> units) {

  private static final String TARGETS =
      """
      SELECT k.number, min(e.leaf), max(e.leaf)
      FROM unnest(?::text[], ?::text[], ?::text[], ?::bigint[]) WITH ORDINALITY
        AS k (fund, kind, id, leaf, number)
      JOIN entry e ON e.id = k.id AND e.kind = k.kind AND e.fund = k.fund AND e.leaf < k.leaf
      GROUP BY k.number
      """;

  /** A correction with its place in the log: what stands behind it, it does not correct. */
  private record Placed(long leaf, Correction correction) {

    String target() {
      return Objects.requireNonNull(correction.target());
    }
  }

  static Corrected by(Connection connection, List<IndexedEntry> entries) throws SQLException {
    List<Placed> corrections = new ArrayList<>();
    for (IndexedEntry entry : entries) {
      if (entry.hasEffect()
          && entry.entry().body() instanceof Correction correction
          && correction.target() != null) {
        corrections.add(new Placed(entry.index(), correction));
      }
    }
    Corrected corrected = new Corrected(new HashMap<>(), new HashMap<>(), new HashMap<>());
    if (!corrections.isEmpty()) {
      corrected.read(connection, corrections);
    }
    return corrected;
  }

  private void read(Connection connection, List<Placed> corrections) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(TARGETS)) {
      query.setArray(1, texts(connection, corrections, c -> c.correction().fund()));
      query.setArray(
          2, texts(connection, corrections, c -> Kind.of(c.correction().reverses()).label()));
      query.setArray(3, texts(connection, corrections, Placed::target));
      query.setArray(
          4, connection.createArrayOf("bigint", corrections.stream().map(Placed::leaf).toArray()));
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          Correction correction = corrections.get((int) row.getLong(1) - 1).correction();
          BigDecimal part = correction.amount().toBigDecimal();
          String unit = correction.unit().code();
          ofFirst.merge(row.getLong(2), part, BigDecimal::add);
          ofLast.merge(row.getLong(3), part, BigDecimal::add);
          units.put(row.getLong(2), unit);
          units.put(row.getLong(3), unit);
        }
      }
    }
  }

  /** Where rows of these rules may stand that are corrected. */
  List<FindingKey> keys(List<FindingRule> rules) {
    List<FindingKey> keys = new ArrayList<>();
    for (FindingRule rule : rules) {
      parts(rule).keySet().forEach(leaf -> keys.add(new FindingKey(rule, leaf, unit(leaf))));
    }
    return keys;
  }

  /** How much of this row is corrected. */
  BigDecimal part(FindingKey key) {
    return parts(key.rule()).getOrDefault(key.leaf(), BigDecimal.ZERO);
  }

  private Map<Long, BigDecimal> parts(FindingRule rule) {
    return rule == FindingRule.REPEATED ? ofLast : ofFirst;
  }

  private String unit(long leaf) {
    return units.getOrDefault(leaf, "");
  }

  private static Array texts(
      Connection connection, List<Placed> corrections, Function<Placed, String> text)
      throws SQLException {
    return connection.createArrayOf("text", corrections.stream().map(text).toArray());
  }
}
