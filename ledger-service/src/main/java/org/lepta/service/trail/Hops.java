package org.lepta.service.trail;

import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads what became of given units inside their fund. */
final class Hops implements HopFinder {

  /** The most pieces that one hop follows. */
  static final int MAX_PIECES = 200;

  private static final String GIFT =
      """
      SELECT e.kind, e.id, e.business_date, e.fund, l.unit, l.earmark, g.amount
      FROM line_given g JOIN fund_line l ON l.line = g.line JOIN entry e ON e.leaf = g.leaf
      WHERE g.leaf = ? AND g.origin = g.leaf AND g.leaf < ?
      LIMIT 1
      """;

  private static final String PIECES =
      """
      SELECT g.line, g.no, g.amount, g.starts, g.origin_offset, g.before_given, g.before_offset,
        coalesce(d.drawn, 0) AS drawn_then, coalesce(v.kept, g.amount) AS kept_then
      FROM line_given g
      LEFT JOIN LATERAL (SELECT given_offset + amount AS drawn FROM line_draw
        WHERE line = g.line AND given_no = g.no AND leaf < :size
        ORDER BY given_offset DESC LIMIT 1) d ON true
      LEFT JOIN LATERAL (SELECT given_offset AS kept FROM line_void
        WHERE line = g.line AND given_no = g.no AND leaf < :size
        ORDER BY given_offset LIMIT 1) v ON true
      WHERE g.origin = :leaf AND g.leaf < :size
        AND g.origin_offset < :to AND g.origin_offset + g.amount > :from
      ORDER BY g.leaf, g.no LIMIT :limit
      """;

  private final JdbcClient database;
  private final Steps steps;
  private final GranteeActs acts;

  Hops(JdbcClient database, EvidenceLadder evidence) {
    this.database = database;
    this.steps = new Steps(database, evidence);
    this.acts = new GranteeActs(database);
  }

  private record Gift(
      String kind,
      String id,
      @Nullable String date,
      String fund,
      String unit,
      String earmark,
      long amount) {

    static Gift read(ResultSet row, int number) throws SQLException {
      return new Gift(
          row.getString(1),
          row.getString(2),
          row.getString(3),
          row.getString(4),
          row.getString(5),
          row.getString(6),
          row.getLong(7));
    }
  }

  @Override
  public @Nullable HopPart find(
      int number, Trail.@Nullable Reached reachedBy, long leaf, long from, long to, long size) {
    Gift gift = database.sql(GIFT).params(leaf, size).query(Gift::read).optional().orElse(null);
    if (gift == null || from >= Math.min(to, gift.amount())) {
      return null;
    }
    long end = Math.min(to, gift.amount());
    List<FollowedPiece> pieces =
        database
            .sql(PIECES)
            .param("leaf", leaf)
            .param("size", size)
            .param("from", from)
            .param("to", end)
            .param("limit", MAX_PIECES + 1)
            .query((row, n) -> FollowedPiece.read(row, from, end))
            .list();
    boolean piecesLeftOut = pieces.size() > MAX_PIECES;
    List<FollowedPiece> followed = pieces.subList(0, Math.min(pieces.size(), MAX_PIECES));
    return hop(number, reachedBy, leaf, gift, from, end, followed, piecesLeftOut, size);
  }

  private HopPart hop(
      int number,
      Trail.@Nullable Reached reachedBy,
      long leaf,
      Gift gift,
      long from,
      long to,
      List<FollowedPiece> pieces,
      boolean piecesLeftOut,
      long size) {
    HopFigures figures = figures(pieces);
    Steps.Read read = steps.of(pieces, to - from, size);
    Trail.Hop hop =
        new Trail.Hop(
            number,
            reachedBy,
            leaf,
            gift.kind(),
            gift.id(),
            gift.date(),
            gift.fund(),
            gift.unit(),
            !gift.earmark().equals(Line.GENERAL),
            Units.text(to - from),
            Units.text(from),
            Units.text(to),
            Units.text(figures.unspent()),
            Units.text(figures.voided()),
            Units.text(figures.drawn().subtract(figures.cameBack())),
            Units.text(figures.cameBack()),
            read.steps(),
            Units.text(figures.drawn().subtract(read.units())),
            piecesLeftOut,
            acts.of(gift.fund(), read.steps(), size),
            List.of());
    return new HopPart(hop, read.leads());
  }

  /**
   * Sums over pieces.
   *
   * @param voided less what corrections of refunds gave back
   * @param drawn ever drawn by payments
   * @param cameBack drawn, and back in the line since
   */
  private record HopFigures(
      BigInteger unspent, BigInteger voided, BigInteger drawn, BigInteger cameBack) {

    static final HopFigures NONE =
        new HopFigures(BigInteger.ZERO, BigInteger.ZERO, BigInteger.ZERO, BigInteger.ZERO);

    HopFigures plus(long moreUnspent, long moreVoided, long moreDrawn, long moreCameBack) {
      return new HopFigures(
          unspent.add(BigInteger.valueOf(moreUnspent)),
          voided.add(BigInteger.valueOf(moreVoided)),
          drawn.add(BigInteger.valueOf(moreDrawn)),
          cameBack.add(BigInteger.valueOf(moreCameBack)));
    }
  }

  private static HopFigures figures(List<FollowedPiece> pieces) {
    Map<Long, FollowedPiece> byNo =
        pieces.stream().collect(Collectors.toMap(FollowedPiece::no, Function.identity()));
    HopFigures sum = HopFigures.NONE;
    for (FollowedPiece piece : pieces) {
      sum = sum.plus(piece.followedUnspent(), piece.followedVoided(), piece.followedDrawn(), 0);
      if (piece.beforeGiven() != null) {
        FollowedPiece before = byNo.get(piece.beforeGiven());
        boolean wasVoid = before != null && piece.beforeOffset() >= before.drawn();
        sum = wasVoid ? sum.plus(0, -piece.followed(), 0, 0) : sum.plus(0, 0, 0, piece.followed());
      }
    }
    return sum;
  }
}
