package org.lepta.service.indexing.read;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lepta.service.indexing.Sum;
import org.lepta.service.indexing.flow.FlowFold.Pot;
import org.lepta.service.indexing.flow.Side;

/** The organisations on each side of a pot, read in one statement. */
final class RankedRows {

  private static final String OF_POT = "scope = ? AND managed = ? AND unit = ?";

  /** Three kinds of rows: an organisation; what nobody is named for; how many are named. */
  private static final String ROWS =
      """
      SELECT s.side, p.party, p.amount, p.entries, 0 AS parties
      FROM unnest(?::text[]) AS s (side) CROSS JOIN LATERAL (
        SELECT party, amount, entries FROM party_flow
        WHERE %1$s AND side = s.side AND party <> ''
        ORDER BY amount DESC, party LIMIT %2$d) AS p
      UNION ALL SELECT side, party, amount, entries, 0 FROM party_flow
      WHERE %1$s AND side = ANY (?) AND party = ''
      UNION ALL SELECT side, NULL, 0, 0, parties FROM party_count WHERE %1$s
      """
          .formatted(OF_POT, FlowReader.TOP);

  private static final String[] SIDES =
      Arrays.stream(Side.values()).map(Side::label).toArray(String[]::new);

  private RankedRows() {}

  /**
   * A row.
   *
   * @param party null in the row that counts them, empty where nobody is named
   */
  private record Row(Side side, @Nullable String party, Sum sum, long parties) {

    static Row read(ResultSet row, int number) throws SQLException {
      return new Row(
          Side.ofLabel(row.getString("side")),
          row.getString("party"),
          new Sum(row.getBigDecimal("amount"), row.getLong("entries")),
          row.getLong("parties"));
    }
  }

  static Map<Side, Ranked> read(Index index, Pot pot) {
    String scope = pot.scope().key();
    boolean managed = pot.managed();
    String unit = pot.unit();
    List<Row> rows =
        index.list(
            ROWS, Row::read, SIDES, scope, managed, unit, scope, managed, unit, SIDES, scope,
            managed, unit);
    Map<Side, Ranked> sides = new EnumMap<>(Side.class);
    for (Side side : Side.values()) {
      sides.put(side, ranked(rows.stream().filter(row -> row.side() == side).toList()));
    }
    return sides;
  }

  private static Ranked ranked(List<Row> rows) {
    List<Ranked.PartySum> largest = new ArrayList<>();
    Sum unnamed = Sum.NONE;
    long parties = 0;
    for (Row row : rows) {
      switch (row.party()) {
        case null -> parties = row.parties();
        case "" -> unnamed = row.sum();
        case String party -> largest.add(new Ranked.PartySum(party, row.sum()));
      }
    }
    return Ranked.of(largest, unnamed, parties);
  }
}
