package org.lepta.service.trail;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.lepta.ledger.entry.Kind;

/**
 * Reads the part of the stored lines that a group's movements can need, in a bounded number of
 * queries: what entries name, the newest payments of returned grants, and open pieces from the
 * oldest on up to what the group moves.
 */
final class LineLoader {

  private record LineKey(BookKey book, String earmark) {}

  private record Named(String fund, Source source) {}

  private record Found(Named named, long leaf) {}

  private final Connection connection;
  private final Map<BookKey, BookWork> works;
  private final Map<Long, BookWork> workOfLine = new HashMap<>();
  private final Map<Spent, BookWork> mayBeTaken = new LinkedHashMap<>();

  LineLoader(Connection connection, Map<BookKey, BookWork> works) {
    this.connection = connection;
    this.works = works;
  }

  void load() throws SQLException {
    loadLines();
    loadNamed();
    new GrantPayments(connection, works.values(), this::take).load();
    loadDraws();
    new OpenPieces(connection, works.values()).load();
  }

  private void loadLines() throws SQLException {
    List<LineKey> keys =
        works.values().stream()
            .flatMap(work -> work.earmarks().stream().map(e -> new LineKey(work.key, e)))
            .toList();
    register(
        Sql.query(
            connection,
            "SELECT l.* FROM unnest(?, ?, ?) AS k (fund, unit, earmark) JOIN fund_line l ON"
                + " l.fund = k.fund AND l.unit = k.unit AND l.earmark = k.earmark",
            keys,
            List.of(
                Sql.text(key -> key.book().fund()),
                Sql.text(key -> key.book().unit()),
                Sql.text(LineKey::earmark)),
            LineRows::line));
  }

  private void register(Collection<LineRows.LineRow> rows) {
    for (LineRows.LineRow row : rows) {
      BookWork work = works.get(row.key());
      if (work != null) {
        work.book.load(row.line());
        workOfLine.put(row.line().id, work);
      }
    }
  }

  /** Finds what corrections and refunds name: their leaves, then their pieces. */
  private void loadNamed() throws SQLException {
    Map<Named, List<Long>> leaves = findLeaves();
    for (BookWork work : works.values()) {
      Stream.concat(work.loweredGifts().stream(), work.loweredPayments().stream())
          .forEach(source ->
              leaves
                  .getOrDefault(new Named(work.key.fund(), source), List.of())
                  .forEach(leaf -> work.book.load(source, leaf)));
    }
    List<Long> gifts = leavesOf(leaves, BookWork::loweredGifts, source -> true);
    List<Long> returns = leavesOf(leaves, BookWork::loweredGifts, BookWork::isReturn);
    List<Long> payments = leavesOf(leaves, BookWork::loweredPayments, source -> true);
    loadGivens(
        "SELECT * FROM line_given WHERE origin = ANY (?) AND drawn + voided < amount", gifts);
    loadGivens(
        "SELECT * FROM line_given WHERE leaf = ANY (?) AND drawn + voided < amount", returns);
    loadSpents(payments);
    loadVoids(payments);
  }

  private List<Long> leavesOf(
      Map<Named, List<Long>> leaves,
      Function<BookWork, Set<Source>> named,
      Predicate<Source> wanted) {
    return works.values().stream()
        .flatMap(work ->
            named.apply(work).stream()
                .filter(wanted)
                .map(source -> new Named(work.key.fund(), source)))
        .distinct()
        .flatMap(name -> leaves.getOrDefault(name, List.of()).stream())
        .distinct()
        .toList();
  }

  private Map<Named, List<Long>> findLeaves() throws SQLException {
    List<Named> wanted =
        works.values().stream()
            .flatMap(work ->
                Stream.concat(work.loweredGifts().stream(), work.loweredPayments().stream())
                    .map(source -> new Named(work.key.fund(), source)))
            .distinct()
            .toList();
    List<Found> found =
        Sql.query(
            connection,
            "SELECT fund, kind, id, leaf FROM entry WHERE id = ANY (?) AND fund IS NOT NULL"
                + " ORDER BY leaf",
            wanted,
            List.of(Sql.text(name -> name.source().id())),
            row ->
                new Found(
                    new Named(
                        row.getString(1),
                        new Source(Kind.ofLabel(row.getString(2)).orElseThrow(), row.getString(3))),
                    row.getLong(4)));
    Map<Named, List<Long>> leaves = new HashMap<>();
    found.forEach(f -> leaves.computeIfAbsent(f.named(), key -> new ArrayList<>()).add(f.leaf()));
    return leaves;
  }

  private void loadGivens(String sql, List<Long> leaves) throws SQLException {
    List<Given> pieces =
        Sql.query(connection, sql, leaves, List.of(Sql.bigint(leaf -> leaf)), LineRows::given);
    requireLines(pieces.stream().map(piece -> piece.line).toList());
    for (Given piece : pieces) {
      BookWork work = workOfLine.get(piece.line);
      if (work != null) {
        work.book.load(piece);
      }
    }
  }

  private void loadSpents(List<Long> leaves) throws SQLException {
    take(
        Sql.query(
            connection,
            "SELECT * FROM line_spent WHERE leaf = ANY (?) AND taken < amount",
            leaves,
            List.of(Sql.bigint(leaf -> leaf)),
            LineRows::spent));
  }

  /** Takes payments whose units may be taken back into their books. */
  private void take(List<Spent> payments) throws SQLException {
    requireLines(payments.stream().map(payment -> payment.line).toList());
    for (Spent payment : payments) {
      BookWork work = workOfLine.get(payment.line);
      if (work != null && work.book.load(payment)) {
        mayBeTaken.put(payment, work);
      }
    }
  }

  private void loadVoids(List<Long> leaves) throws SQLException {
    List<Voided> voids =
        Sql.query(
            connection,
            "SELECT * FROM line_void WHERE leaf = ANY (?) AND given_back < amount",
            leaves,
            List.of(Sql.bigint(leaf -> leaf)),
            LineRows::voided);
    requireLines(voids.stream().map(units -> units.line).toList());
    for (Voided units : voids) {
      BookWork work = workOfLine.get(units.line);
      if (work != null) {
        work.book.load(units);
      }
    }
  }

  private void requireLines(List<Long> lines) throws SQLException {
    List<Long> missing =
        lines.stream().filter(line -> !workOfLine.containsKey(line)).distinct().toList();
    register(
        Sql.query(
            connection,
            "SELECT * FROM fund_line WHERE line = ANY (?)",
            missing,
            List.of(Sql.bigint(line -> line)),
            LineRows::line));
  }

  /** The pieces of payments that may be taken back, as far from the end as that can reach. */
  private void loadDraws() throws SQLException {
    List<Draw> draws =
        Sql.query(
            connection,
            "SELECT d.* FROM unnest(?, ?, ?, ?) AS k (line, spent_no, reach, standing) JOIN"
                + " line_draw d ON d.line = k.line AND d.spent_no = k.spent_no AND"
                + " d.spent_offset < k.standing AND d.spent_offset >= coalesce((SELECT"
                + " max(b.spent_offset) FROM line_draw b WHERE b.line = k.line AND b.spent_no ="
                + " k.spent_no AND b.spent_offset <= k.reach), 0)",
            mayBeTaken.keySet(),
            List.of(
                Sql.bigint(payment -> payment.line),
                Sql.bigint(payment -> payment.no),
                Sql.bigint(payment -> reach(payment)),
                Sql.bigint(Spent::standing)),
            LineRows::draw);
    for (Draw draw : draws) {
      BookWork work = workOfLine.get(draw.line());
      if (work != null) {
        work.book.load(draw);
      }
    }
  }

  private long reach(Spent payment) {
    BookWork work = mayBeTaken.get(payment);
    return Math.max(0, payment.standing() - (work == null ? 0 : work.back()));
  }
}
