package org.lepta.service.indexing.matching;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.lepta.service.indexing.Upsert;
import org.lepta.service.indexing.matching.StatementStore.Stored;

/**
 * What funds and other funds here state about each other in statements that are paired line by
 * line, added up; kept so that the page of a large fund reads sums and not its lines. Amounts are
 * in ten-thousandths of a unit. Not thread-safe.
 */
final class PairedSums {

  private static final String ADD =
      """
      INSERT INTO paired_sum AS s
        (fund, gives, unit, other_fund, other_owner, here, there, exact, near, rounded, conflicting)
      SELECT * FROM unnest(?::text[], ?::boolean[], ?::text[], ?::text[], ?::text[], ?::numeric[],
        ?::numeric[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[])
      ON CONFLICT (fund, gives, unit, other_fund) DO UPDATE
      SET here = s.here + excluded.here, there = s.there + excluded.there,
        exact = s.exact + excluded.exact, near = s.near + excluded.near,
        rounded = s.rounded + excluded.rounded, conflicting = s.conflicting + excluded.conflicting
      """;

  private static final String REMOVE =
      """
      DELETE FROM paired_sum s
      USING unnest(?::text[], ?::boolean[], ?::text[], ?::text[]) AS k (fund, gives, unit, other)
      WHERE s.fund = k.fund AND s.gives = k.gives AND s.unit = k.unit AND s.other_fund = k.other
        AND s.exact + s.near + s.rounded + s.conflicting = 0
      """;

  private record Key(
      String fund, boolean gives, String unit, String otherFund, String otherOwner) {}

  private record Sum(
      BigInteger here, BigInteger there, long exact, long near, long rounded, long conflicting) {

    static Sum of(Stored line, Stored other, MatchState state, int sign) {
      return new Sum(
          BigInteger.valueOf(sign * line.line().amount()),
          BigInteger.valueOf(sign * other.line().amount()),
          state == MatchState.EXACT ? sign : 0,
          state == MatchState.NEAR ? sign : 0,
          state == MatchState.ROUNDED ? sign : 0,
          state == MatchState.CONFLICTING ? sign : 0);
    }

    Sum plus(Sum more) {
      return new Sum(
          here.add(more.here),
          there.add(more.there),
          exact + more.exact,
          near + more.near,
          rounded + more.rounded,
          conflicting + more.conflicting);
    }
  }

  private static final Sum NOTHING = new Sum(BigInteger.ZERO, BigInteger.ZERO, 0, 0, 0, 0);

  private final Map<Key, Sum> changes = new HashMap<>();

  /** Counts one side of a pair in (sign 1) or out (-1). */
  void count(Stored line, Stored other, MatchState state, int sign) {
    StatementLine side = line.line();
    Key key =
        new Key(side.fund(), side.gives(), side.unit(), other.line().fund(), other.line().owner());
    changes.merge(key, Sum.of(line, other, state, sign), Sum::plus);
  }

  /** Writes the changes; funds without any pair have no row. */
  void save(Connection connection) throws SQLException {
    changes.values().removeIf(NOTHING::equals);
    Upsert.<Map.Entry<Key, Sum>>run(
        connection,
        ADD,
        changes.entrySet(),
        e -> e.getKey().fund(),
        e -> e.getKey().gives(),
        e -> e.getKey().unit(),
        e -> e.getKey().otherFund(),
        e -> e.getKey().otherOwner(),
        e -> new BigDecimal(e.getValue().here()),
        e -> new BigDecimal(e.getValue().there()),
        e -> e.getValue().exact(),
        e -> e.getValue().near(),
        e -> e.getValue().rounded(),
        e -> e.getValue().conflicting());
    Upsert.run(
        connection, REMOVE, changes.keySet(), Key::fund, Key::gives, Key::unit, Key::otherFund);
  }
}
