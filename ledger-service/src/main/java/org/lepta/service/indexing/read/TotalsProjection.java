package org.lepta.service.indexing.read;

import java.math.BigDecimal;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lepta.service.indexing.IndexedEntry;
import org.lepta.service.indexing.Measure;
import org.lepta.service.indexing.Projection;
import org.lepta.service.indexing.matching.Statements;
import org.lepta.service.indexing.read.ConfirmedPayments.FundUnit;
import org.springframework.stereotype.Component;

/**
 * Keeps the figures of every fund, and of all funds of a mode added up, in step with the roll-ups:
 * what a page shows is read, never summed over the ledger.
 */
@Component
public final class TotalsProjection implements Projection {

  private record FundSums(String owner, boolean managed, Map<Measure, BigDecimal> sums) {}

  @Override
  public void apply(Connection connection, List<IndexedEntry> entries) throws SQLException {
    Map<FundUnit, BigDecimal> confirmed = new ConfirmedPayments(connection).apply(entries);
    Set<String> funds = new HashSet<>(new Statements(connection).apply(entries));
    confirmed.keySet().forEach(key -> funds.add(key.fund()));
    for (IndexedEntry entry : entries) {
      if (entry.hasEffect() && entry.fund() != null) {
        funds.add(entry.fund().id());
      }
    }
    if (!funds.isEmpty()) {
      renew(connection, funds, confirmed);
    }
  }

  private static void renew(
      Connection connection, Set<String> funds, Map<FundUnit, BigDecimal> confirmed)
      throws SQLException {
    Map<FundUnit, FundSums> sums = sums(connection, funds);
    addToJoint(connection, funds, "-");
    Map<FundUnit, BigDecimal> before = part(connection, "confirmed", "fund_total", funds);
    Map<FundUnit, BigDecimal> onward = part(connection, "amount", "fund_onward", funds);
    try (PreparedStatement upsert =
        connection.prepareStatement(
            "INSERT INTO fund_total (fund, unit, owner, managed, "
                + TotalsRow.NAMES
                + ") VALUES (?, ?, ?, ?, "
                + TotalsRow.MARKS
                + ") ON CONFLICT (fund, unit) DO UPDATE SET "
                + TotalsRow.replaced())) {
      for (var fund : sums.entrySet()) {
        FundUnit key = fund.getKey();
        BigDecimal part =
            before
                .getOrDefault(key, BigDecimal.ZERO)
                .add(confirmed.getOrDefault(key, BigDecimal.ZERO));
        upsert.setString(1, key.fund());
        upsert.setString(2, key.unit());
        upsert.setString(3, fund.getValue().owner());
        upsert.setBoolean(4, fund.getValue().managed());
        TotalsRow.set(
            upsert,
            5,
            Totals.of(
                key.unit(),
                fund.getValue().managed(),
                fund.getValue().sums(),
                new Totals.Seen(part, onward.getOrDefault(key, BigDecimal.ZERO))));
        upsert.addBatch();
      }
      upsert.executeBatch();
    }
    addToJoint(connection, funds, "+");
  }

  private static Map<FundUnit, FundSums> sums(Connection connection, Set<String> funds)
      throws SQLException {
    Map<FundUnit, FundSums> sums = new HashMap<>();
    try (PreparedStatement query =
        connection.prepareStatement(
            "SELECT s.fund, s.unit, f.owner, f.managed, s.measure, s.amount FROM fund_sum s"
                + " JOIN fund f ON f.id = s.fund WHERE s.fund = ANY (?)")) {
      query.setArray(1, texts(connection, funds));
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          FundUnit key = new FundUnit(row.getString(1), row.getString(2));
          FundSums fund = sums.get(key);
          if (fund == null) {
            fund = new FundSums(row.getString(3), row.getBoolean(4), new EnumMap<>(Measure.class));
            sums.put(key, fund);
          }
          fund.sums().put(Measure.ofLabel(row.getString(5)), row.getBigDecimal(6));
        }
      }
    }
    return sums;
  }

  private static Map<FundUnit, BigDecimal> part(
      Connection connection, String column, String table, Set<String> funds) throws SQLException {
    Map<FundUnit, BigDecimal> parts = new HashMap<>();
    try (PreparedStatement query =
        connection.prepareStatement(
            "SELECT fund, unit, %s FROM %s WHERE fund = ANY (?)".formatted(column, table))) {
      query.setArray(1, texts(connection, funds));
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          parts.put(new FundUnit(row.getString(1), row.getString(2)), row.getBigDecimal(3));
        }
      }
    }
    return parts;
  }

  /** Takes the funds' figures out of the joint ones before they change, and puts them in after. */
  private static void addToJoint(Connection connection, Set<String> funds, String sign)
      throws SQLException {
    try (PreparedStatement upsert =
        connection.prepareStatement(
            "INSERT INTO joint_total AS j (managed, unit, "
                + TotalsRow.NAMES
                + ") SELECT managed, unit, "
                + TotalsRow.summed(sign)
                + " FROM fund_total WHERE fund = ANY (?) GROUP BY managed, unit"
                + " ON CONFLICT (managed, unit) DO UPDATE SET "
                + TotalsRow.added("j"))) {
      upsert.setArray(1, texts(connection, funds));
      upsert.executeUpdate();
    }
  }

  private static Array texts(Connection connection, Collection<String> values) throws SQLException {
    return connection.createArrayOf("text", values.toArray());
  }
}
