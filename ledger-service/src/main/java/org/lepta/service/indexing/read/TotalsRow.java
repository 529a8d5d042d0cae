package org.lepta.service.indexing.read;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import org.lepta.ledger.money.Amount;

/** How totals stand in the figure columns of {@code fund_total} and {@code joint_total}. */
final class TotalsRow {

  private static final List<String> COLUMNS =
      List.of(
          "opened",
          "donated",
          "income",
          "transferred_in",
          "transferred_out",
          "exchanged_in",
          "exchanged_out",
          "refunded",
          "awarded",
          "outstanding",
          "released",
          "disbursed",
          "confirmed",
          "returned",
          "spent_programme",
          "spent_running",
          "spent_fundraising",
          "spent_fee",
          "free",
          "short",
          "onward");

  /** The column names, for a statement. */
  static final String NAMES = String.join(", ", COLUMNS);

  /** As many parameters. */
  static final String MARKS = String.join(", ", Collections.nCopies(COLUMNS.size(), "?"));

  private TotalsRow() {}

  /** Every column from the row that could not be inserted. */
  static String replaced() {
    return String.join(", ", COLUMNS.stream().map(c -> c + " = excluded." + c).toList());
  }

  /** Every column with the row that could not be inserted added to it. */
  static String added(String table) {
    return String.join(
        ", ", COLUMNS.stream().map(c -> c + " = " + table + '.' + c + " + excluded." + c).toList());
  }

  /** Every column summed up; the sign is put before each sum. */
  static String summed(String sign) {
    return String.join(", ", COLUMNS.stream().map(c -> sign + "sum(" + c + ") AS " + c).toList());
  }

  static Totals read(ResultSet row, int number) throws SQLException {
    return new Totals(
        row.getString("unit"),
        row.getBigDecimal("opened"),
        row.getBigDecimal("donated"),
        row.getBigDecimal("income"),
        row.getBigDecimal("transferred_in"),
        row.getBigDecimal("transferred_out"),
        row.getBigDecimal("exchanged_in"),
        row.getBigDecimal("exchanged_out"),
        row.getBigDecimal("refunded"),
        row.getBigDecimal("awarded"),
        row.getBigDecimal("outstanding"),
        row.getBigDecimal("released"),
        row.getBigDecimal("disbursed"),
        row.getBigDecimal("confirmed"),
        row.getBigDecimal("returned"),
        new SpendTotals(
            row.getBigDecimal("spent_programme"),
            row.getBigDecimal("spent_running"),
            row.getBigDecimal("spent_fundraising"),
            row.getBigDecimal("spent_fee")),
        row.getBigDecimal("free"),
        row.getBigDecimal("short"),
        row.getBigDecimal("onward"));
  }

  /**
   * Sets the parameters of {@link #MARKS}, all with the same number of decimals: however the blocks
   * were grouped, the rows are the same to the last character.
   */
  static void set(PreparedStatement statement, int from, Totals totals) throws SQLException {
    int i = from;
    for (BigDecimal value : values(totals)) {
      statement.setBigDecimal(i++, value.setScale(Amount.SCALE));
    }
  }

  private static List<BigDecimal> values(Totals t) {
    return List.of(
        t.opened(),
        t.donated(),
        t.income(),
        t.transferredIn(),
        t.transferredOut(),
        t.exchangedIn(),
        t.exchangedOut(),
        t.refunded(),
        t.awarded(),
        t.outstanding(),
        t.released(),
        t.disbursed(),
        t.confirmed(),
        t.returned(),
        t.spending().programme(),
        t.spending().running(),
        t.spending().fundraising(),
        t.spending().fee(),
        t.free(),
        t.shortBy(),
        t.onward());
  }
}
