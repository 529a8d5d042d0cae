package org.lepta.service.trail;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lepta.service.indexing.flow.GiftWaits;

/** Writes what movements added and changed, one statement per table. */
final class LineWriter {

  private record Row<T>(BookKey key, T piece) {}

  private final Connection connection;
  private final Collection<BookWork> works;

  LineWriter(Connection connection, Collection<BookWork> works) {
    this.connection = connection;
    this.works = works;
  }

  void write() throws SQLException {
    insertLines();
    insertGivens();
    insertSpents();
    insertDraws();
    addWaits();
    insertVoids();
    insertReliefs();
    insertPoolMonths();
    insertPoolChanges();
    updateLines();
    updateCounts();
  }

  private <T> List<Row<T>> rows(Function<LineChanges, Collection<T>> pieces) {
    return works.stream()
        .flatMap(work ->
            pieces.apply(work.book.changes()).stream().map(piece -> new Row<>(work.key, piece)))
        .toList();
  }

  private <T> List<T> pieces(Function<LineChanges, Collection<T>> pieces) {
    return works.stream().flatMap(work -> pieces.apply(work.book.changes()).stream()).toList();
  }

  private void insertLines() throws SQLException {
    Sql.update(
        connection,
        "INSERT INTO fund_line (line, given_pieces, spent_pieces, first_unspent, first_uncovered,"
            + " given, spent, unspent, uncovered, gifted, month, fund, unit,"
            + " earmark) SELECT * FROM unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        rows(changes -> changes.openedLines),
        Stream.concat(
                lineColumns().stream(),
                Stream.of(
                    Sql.<Row<Line>>text(row -> row.key().fund()),
                    Sql.<Row<Line>>text(row -> row.key().unit()),
                    Sql.<Row<Line>>text(row -> row.piece().earmark)))
            .toList());
  }

  private void updateLines() throws SQLException {
    Sql.update(
        connection,
        "UPDATE fund_line l SET given_pieces = c.given_pieces, spent_pieces = c.spent_pieces,"
            + " first_unspent = c.first_unspent, first_uncovered = c.first_uncovered,"
            + " given = c.given, spent = c.spent, unspent = c.unspent, uncovered = c.uncovered,"
            + " gifted = c.gifted, month = c.month"
            + " FROM unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) AS c (line, given_pieces,"
            + " spent_pieces, first_unspent, first_uncovered, given, spent, unspent, uncovered,"
            + " gifted, month)"
            + " WHERE l.line = c.line",
        rows(changes -> changes.changedLines),
        lineColumns());
  }

  private static List<Sql.Column<Row<Line>>> lineColumns() {
    return List.of(
        Sql.bigint(row -> row.piece().id),
        Sql.bigint(row -> row.piece().givens.last()),
        Sql.bigint(row -> row.piece().spents.last()),
        Sql.bigint(row -> row.piece().firstUnspent()),
        Sql.bigint(row -> row.piece().firstUncovered()),
        Sql.numeric(row -> row.piece().sums().given()),
        Sql.numeric(row -> row.piece().sums().spent()),
        Sql.numeric(row -> row.piece().sums().unspent()),
        Sql.numeric(row -> row.piece().sums().uncovered()),
        Sql.bool(row -> row.piece().isGifted()),
        Sql.text(row -> month(row.piece().month())));
  }

  private void insertGivens() throws SQLException {
    Sql.update(
        connection,
        "INSERT INTO line_given (line, no, leaf, amount, starts, origin, origin_offset, back_from,"
            + " before_given, before_offset, drawn, voided)"
            + " SELECT * FROM unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        pieces(changes -> changes.newGivens),
        List.of(
            Sql.bigint(piece -> piece.line),
            Sql.bigint(piece -> piece.no),
            Sql.bigint(piece -> piece.leaf),
            Sql.bigint(piece -> piece.amount),
            Sql.numeric(piece -> piece.starts),
            Sql.bigint(piece -> leaf(piece.origin)),
            Sql.bigint(piece -> offset(piece.origin)),
            Sql.bigint(piece -> piece.before == null ? null : piece.before.leaf()),
            Sql.bigint(piece -> piece.before == null ? null : piece.before.given()),
            Sql.bigint(piece -> piece.before == null ? null : piece.before.offset()),
            Sql.bigint(Given::drawn),
            Sql.bigint(Given::voided)));
  }

  private void insertSpents() throws SQLException {
    Sql.update(
        connection,
        "INSERT INTO line_spent (line, no, leaf, amount, starts, fund, unit, grant_id, covered,"
            + " taken) SELECT * FROM unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        rows(changes -> changes.newSpents),
        List.of(
            Sql.bigint(row -> row.piece().line),
            Sql.bigint(row -> row.piece().no),
            Sql.bigint(row -> row.piece().leaf),
            Sql.bigint(row -> row.piece().amount),
            Sql.numeric(row -> row.piece().starts),
            Sql.text(row -> row.piece().grant == null ? null : row.key().fund()),
            Sql.text(row -> row.piece().grant == null ? null : row.key().unit()),
            Sql.text(row -> row.piece().grant),
            Sql.bigint(row -> row.piece().covered()),
            Sql.bigint(row -> row.piece().taken())));
  }

  private void insertDraws() throws SQLException {
    Sql.update(
        connection,
        "INSERT INTO line_draw (line, given_no, given_offset, spent_no, spent_offset, amount,"
            + " payment, leaf, origin, origin_offset)"
            + " SELECT * FROM unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        pieces(changes -> changes.newDraws),
        List.of(
            Sql.bigint(Draw::line),
            Sql.bigint(Draw::given),
            Sql.bigint(Draw::givenOffset),
            Sql.bigint(Draw::spent),
            Sql.bigint(Draw::spentOffset),
            Sql.bigint(Draw::amount),
            Sql.bigint(Draw::payment),
            Sql.bigint(Draw::leaf),
            Sql.bigint(draw -> leaf(draw.origin())),
            Sql.bigint(draw -> offset(draw.origin()))));
  }

  private void addWaits() throws SQLException {
    Sql.update(
        connection,
        GiftWaits.ADD,
        rows(changes -> changes.newDraws).stream()
            .filter(row -> row.piece().origin() != null)
            .toList(),
        List.of(
            Sql.text(row -> row.key().fund()),
            Sql.text(row -> row.key().unit()),
            Sql.bigint(row -> row.piece().amount()),
            Sql.bigint(row -> row.piece().payment()),
            Sql.bigint(row -> leaf(row.piece().origin()))));
  }

  private void insertVoids() throws SQLException {
    Sql.update(
        connection,
        "INSERT INTO line_void (line, given_no, given_offset, amount, leaf, part, origin,"
            + " origin_offset, given_back) SELECT * FROM unnest(?, ?, ?, ?, ?, ?, ?, ?, ?)",
        pieces(changes -> changes.newVoids),
        List.of(
            Sql.bigint(units -> units.line),
            Sql.bigint(units -> units.given),
            Sql.bigint(units -> units.givenOffset),
            Sql.bigint(units -> units.amount),
            Sql.bigint(units -> units.leaf),
            Sql.integer(units -> units.part),
            Sql.bigint(units -> leaf(units.origin)),
            Sql.bigint(units -> offset(units.origin)),
            Sql.bigint(Voided::givenBack)));
  }

  private void insertReliefs() throws SQLException {
    Sql.update(
        connection,
        "INSERT INTO line_relief (line, spent_no, spent_offset, amount, leaf)"
            + " SELECT * FROM unnest(?, ?, ?, ?, ?)",
        pieces(changes -> changes.newReliefs),
        List.of(
            Sql.bigint(Relief::line),
            Sql.bigint(Relief::spent),
            Sql.bigint(Relief::spentOffset),
            Sql.bigint(Relief::amount),
            Sql.bigint(Relief::leaf)));
  }

  private void insertPoolMonths() throws SQLException {
    Sql.update(
        connection,
        "INSERT INTO pool_month (line, month, first_leaf, opening, waiting, given, spent, gifts,"
            + " payments) SELECT * FROM unnest(?, ?, ?, ?, ?, ?, ?, ?, ?)",
        works.stream().flatMap(work -> work.book.pool.newMonths().stream()).toList(),
        List.of(
            Sql.bigint(PoolMonth::line),
            Sql.text(opened -> month(opened.month())),
            Sql.bigint(PoolMonth::firstLeaf),
            Sql.numeric(PoolMonth::opening),
            Sql.numeric(PoolMonth::waiting),
            Sql.numeric(PoolMonth::given),
            Sql.numeric(PoolMonth::spent),
            Sql.bigint(PoolMonth::gifts),
            Sql.bigint(PoolMonth::payments)));
  }

  private void insertPoolChanges() throws SQLException {
    Sql.update(
        connection,
        "INSERT INTO pool_change (line, leaf, part, paid, act, source, amount)"
            + " SELECT * FROM unnest(?, ?, ?, ?, ?, ?, ?)",
        works.stream().flatMap(work -> work.book.pool.newChanges().stream()).toList(),
        List.of(
            Sql.bigint(PoolChange::line),
            Sql.bigint(PoolChange::leaf),
            Sql.integer(PoolChange::part),
            Sql.bool(PoolChange::paid),
            Sql.bigint(PoolChange::act),
            Sql.bigint(PoolChange::source),
            Sql.bigint(PoolChange::amount)));
  }

  private static @Nullable String month(@Nullable YearMonth month) {
    return month == null ? null : month.toString();
  }

  private void updateCounts() throws SQLException {
    Sql.update(
        connection,
        "UPDATE line_given p SET drawn = c.drawn, voided = c.voided"
            + " FROM unnest(?, ?, ?, ?) AS c (line, no, drawn, voided)"
            + " WHERE p.line = c.line AND p.no = c.no",
        pieces(changes -> changes.changedGivens),
        List.of(
            Sql.bigint(piece -> piece.line),
            Sql.bigint(piece -> piece.no),
            Sql.bigint(Given::drawn),
            Sql.bigint(Given::voided)));
    Sql.update(
        connection,
        "UPDATE line_spent p SET covered = c.covered, taken = c.taken"
            + " FROM unnest(?, ?, ?, ?) AS c (line, no, covered, taken)"
            + " WHERE p.line = c.line AND p.no = c.no",
        pieces(changes -> changes.changedSpents),
        List.of(
            Sql.bigint(payment -> payment.line),
            Sql.bigint(payment -> payment.no),
            Sql.bigint(Spent::covered),
            Sql.bigint(Spent::taken)));
    Sql.update(
        connection,
        "UPDATE line_void p SET given_back = c.given_back"
            + " FROM unnest(?, ?, ?, ?) AS c (line, given_no, given_offset, given_back)"
            + " WHERE p.line = c.line AND p.given_no = c.given_no"
            + " AND p.given_offset = c.given_offset",
        pieces(changes -> changes.changedVoids),
        List.of(
            Sql.bigint(units -> units.line),
            Sql.bigint(units -> units.given),
            Sql.bigint(units -> units.givenOffset),
            Sql.bigint(Voided::givenBack)));
  }

  private static @Nullable Long leaf(@Nullable Origin origin) {
    return origin == null ? null : Long.valueOf(origin.leaf());
  }

  private static @Nullable Long offset(@Nullable Origin origin) {
    return origin == null ? null : Long.valueOf(origin.offset());
  }
}
