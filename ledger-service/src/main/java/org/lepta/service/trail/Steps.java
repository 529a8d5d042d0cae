package org.lepta.service.trail;

import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lepta.service.trail.Trail.Drawn;
import org.lepta.service.trail.Trail.Step;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads which payments drew pieces of the given line. */
final class Steps {

  /** The most steps of one hop. */
  static final int MAX_STEPS = 100;

  private static final String DRAWS =
      """
      SELECT k.piece, d.given_offset, d.spent_offset, d.amount, d.payment, d.leaf AS since,
        e.kind, e.id, e.business_date, e.amount AS stated, e.party, e.other_fund, e.grant_id,
        coalesce((SELECT sum(greatest(0, least(b.before_offset + b.amount, k.until)
            - greatest(b.before_offset, k.start)))
          FROM line_given b WHERE b.back_from = d.payment AND b.before_given = d.given_no
            AND b.before_offset >= d.given_offset AND b.before_offset < d.given_offset + d.amount
            AND b.line = d.line AND b.leaf < :size), 0) AS came_back
      FROM unnest(:lines::bigint[], :nos::bigint[], :starts::bigint[], :ends::bigint[])
        WITH ORDINALITY AS k (line, no, start, until, piece)
      CROSS JOIN LATERAL (SELECT * FROM line_draw d
        WHERE d.line = k.line AND d.given_no = k.no AND d.leaf < :size
          AND d.given_offset < k.until AND d.given_offset >= coalesce((SELECT max(b.given_offset)
            FROM line_draw b WHERE b.line = k.line AND b.given_no = k.no
              AND b.given_offset <= k.start), 0)
        ORDER BY d.given_offset LIMIT :limit) d
      JOIN entry e ON e.leaf = d.payment
      ORDER BY d.leaf, k.piece, d.given_offset
      LIMIT :limit
      """;

  private final JdbcClient database;
  private final EvidenceLadder evidence;

  Steps(JdbcClient database, EvidenceLadder evidence) {
    this.database = database;
    this.evidence = evidence;
  }

  /**
   * Steps as far as a hop holds them.
   *
   * @param units in them
   */
  record Read(List<Step> steps, List<HopPart.Lead> leads, BigInteger units) {}

  private record Row(
      FollowedPiece piece,
      long givenOffset,
      long spentOffset,
      long amount,
      long payment,
      long since,
      String kind,
      String id,
      @Nullable String date,
      long stated,
      @Nullable String party,
      @Nullable String otherFund,
      @Nullable String grant,
      long cameBack) {

    static Row read(ResultSet row, List<FollowedPiece> pieces) throws SQLException {
      FollowedPiece piece = pieces.get(row.getInt("piece") - 1);
      long givenOffset = row.getLong("given_offset");
      long start = Math.max(givenOffset, piece.from());
      long end = Math.min(givenOffset + row.getLong("amount"), piece.to());
      return new Row(
          piece,
          start,
          row.getLong("spent_offset") + start - givenOffset,
          end - start,
          row.getLong("payment"),
          row.getLong("since"),
          row.getString("kind"),
          row.getString("id"),
          row.getString("business_date"),
          row.getLong("stated"),
          row.getString("party"),
          row.getString("other_fund"),
          row.getString("grant_id"),
          row.getLong("came_back"));
    }
  }

  /** The first payments that drew these pieces, in ledger order. */
  Read of(List<FollowedPiece> pieces, long whole, long size) {
    List<Row> rows =
        database
            .sql(DRAWS)
            .param("lines", longs(pieces.stream().map(FollowedPiece::line).toList()))
            .param("nos", longs(pieces.stream().map(FollowedPiece::no).toList()))
            .param("starts", longs(pieces.stream().map(FollowedPiece::from).toList()))
            .param("ends", longs(pieces.stream().map(FollowedPiece::to).toList()))
            .param("size", size)
            .param("limit", MAX_STEPS)
            .query((row, n) -> Row.read(row, pieces))
            .list()
            .stream()
            .filter(row -> row.amount() > 0)
            .sorted(Comparator.comparingLong(Row::since))
            .toList();
    Map<Long, String> ladder =
        evidence.stepsOf(rows.stream().map(Row::payment).distinct().toList(), size);
    List<Step> steps = new ArrayList<>();
    List<HopPart.Lead> leads = new ArrayList<>();
    BigInteger drawn = BigInteger.ZERO;
    for (Row row : rows) {
      steps.add(step(row, whole, ladder.getOrDefault(row.payment(), EvidenceLadder.STATED)));
      drawn = drawn.add(BigInteger.valueOf(row.amount()));
      HopPart.Lead.of(
              row.payment(), row.kind(), row.spentOffset(), row.spentOffset() + row.amount())
          .ifPresent(leads::add);
    }
    return new Read(steps, leads, drawn);
  }

  static String longs(List<Long> values) {
    return values.toString().replace('[', '{').replace(']', '}');
  }

  private static Step step(Row row, long whole, String evidence) {
    FollowedPiece piece = row.piece();
    long from = piece.originOffset() + row.givenOffset();
    return new Step(
        row.payment(),
        row.kind(),
        row.id(),
        row.date(),
        Units.text(row.stated()),
        Units.text(row.amount()),
        Units.share(row.amount(), whole),
        row.party(),
        row.otherFund(),
        row.grant(),
        evidence,
        new Drawn(
            Units.text(from),
            Units.text(from + row.amount()),
            Units.text(piece.starts().add(BigInteger.valueOf(row.givenOffset()))),
            row.since(),
            row.payment() < row.since(),
            piece.beforeGiven() != null,
            Units.text(row.cameBack())),
        null);
  }
}
