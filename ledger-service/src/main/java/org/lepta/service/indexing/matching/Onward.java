package org.lepta.service.indexing.matching;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** By how much the part of gifts that comes from other funds here changes. Not thread-safe. */
final class Onward {

  /** Decimal places of an amount. */
  static final int SCALE = 4;

  private record FundUnit(String fund, String unit) {}

  private final Map<FundUnit, BigDecimal> changes = new HashMap<>();

  void add(String fund, String unit, BigDecimal amount) {
    changes.merge(new FundUnit(fund, unit), amount, BigDecimal::add);
  }

  /** Writes the changes; a fund without any such part has no row. */
  Set<String> save(Connection connection) throws SQLException {
    changes.values().removeIf(amount -> amount.signum() == 0);
    Set<String> funds = new TreeSet<>();
    try (PreparedStatement upsert =
            connection.prepareStatement(
                "INSERT INTO fund_onward AS o (fund, unit, amount) VALUES (?, ?, ?)"
                    + " ON CONFLICT (fund, unit) DO UPDATE SET amount = o.amount +"
                    + " excluded.amount");
        PreparedStatement delete =
            connection.prepareStatement(
                "DELETE FROM fund_onward WHERE fund = ? AND unit = ? AND amount = 0")) {
      for (Map.Entry<FundUnit, BigDecimal> change : changes.entrySet()) {
        FundUnit key = change.getKey();
        funds.add(key.fund());
        upsert.setString(1, key.fund());
        upsert.setString(2, key.unit());
        upsert.setBigDecimal(3, change.getValue());
        upsert.addBatch();
        delete.setString(1, key.fund());
        delete.setString(2, key.unit());
        delete.addBatch();
      }
      upsert.executeBatch();
      delete.executeBatch();
    }
    return funds;
  }
}
