package org.lepta.service.trail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/** Reads the rows of lines and their pieces. */
final class LineRows {

  private LineRows() {}

  /** A line with the fund and unit it belongs to. */
  record LineRow(BookKey key, Line line) {}

  static LineRow line(ResultSet row) throws SQLException {
    OpenQueue<Given> givens =
        new OpenQueue<>(row.getLong("given_pieces"), row.getLong("first_unspent"));
    OpenQueue<Spent> spents =
        new OpenQueue<>(row.getLong("spent_pieces"), row.getLong("first_uncovered"));
    Line.Sums sums =
        new Line.Sums(
            Sql.integerOf(row, "given"),
            Sql.integerOf(row, "spent"),
            Sql.integerOf(row, "unspent"),
            Sql.integerOf(row, "uncovered"));
    return new LineRow(
        new BookKey(row.getString("fund"), row.getString("unit")),
        new Line(
            row.getLong("line"),
            row.getString("earmark"),
            month(row),
            row.getBoolean("gifted"),
            givens,
            spents,
            sums));
  }

  private static @Nullable YearMonth month(ResultSet row) throws SQLException {
    String month = row.getString("month");
    return month == null ? null : YearMonth.parse(month);
  }

  static Given given(ResultSet row) throws SQLException {
    return new Given(
        row.getLong("line"),
        row.getLong("no"),
        row.getLong("leaf"),
        row.getLong("amount"),
        origin(row),
        before(row),
        Sql.integerOf(row, "starts"),
        row.getLong("drawn"),
        row.getLong("voided"));
  }

  private static @Nullable Origin origin(ResultSet row) throws SQLException {
    Long leaf = Sql.longOf(row, "origin");
    return leaf == null ? null : new Origin(leaf, row.getLong("origin_offset"));
  }

  private static Given.@Nullable Before before(ResultSet row) throws SQLException {
    Long from = Sql.longOf(row, "back_from");
    return from == null
        ? null
        : new Given.Before(from, row.getLong("before_given"), row.getLong("before_offset"));
  }

  static Spent spent(ResultSet row) throws SQLException {
    return new Spent(
        row.getLong("line"),
        row.getLong("no"),
        row.getLong("leaf"),
        row.getString("grant_id"),
        row.getLong("amount"),
        Sql.integerOf(row, "starts"),
        row.getLong("covered"),
        row.getLong("taken"));
  }

  static Draw draw(ResultSet row) throws SQLException {
    return new Draw(
        row.getLong("line"),
        row.getLong("given_no"),
        row.getLong("given_offset"),
        row.getLong("spent_no"),
        row.getLong("spent_offset"),
        row.getLong("amount"),
        row.getLong("payment"),
        row.getLong("leaf"),
        origin(row));
  }

  static Voided voided(ResultSet row) throws SQLException {
    return new Voided(
        row.getLong("line"),
        row.getLong("given_no"),
        row.getLong("given_offset"),
        row.getLong("amount"),
        row.getLong("leaf"),
        row.getInt("part"),
        origin(row),
        row.getLong("given_back"));
  }
}
