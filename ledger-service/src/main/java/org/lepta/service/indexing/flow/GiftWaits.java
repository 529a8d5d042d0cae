package org.lepta.service.indexing.flow;

/**
 * How long gifts waited for the payments that used them, by the draws of the fund lines
 * (docs/reference/trails): first in, first out, earmarked gifts apart. Draws are only ever added,
 * so what corrections took back later stays counted as first paid.
 */
public final class GiftWaits {

  private static final String DAYS = "(p.business_date - g.business_date)";

  private static final String SUMS =
      """
      %s AS band, sum(d.amount) * 0.0001 AS amount,
        coalesce(sum(d.amount * %s), 0) * 0.0001 AS unit_days
      """
          .formatted(WaitBand.sql(DAYS), DAYS);

  private static final String DRAWN =
      """
      JOIN fund f ON f.id = d.fund
      JOIN entry g ON g.leaf = d.origin AND g.kind = 'donation'
      JOIN entry p ON p.leaf = d.payment
      """;

  /**
   * Adds draws to their sums; the parameters are arrays of fund, unit, amount in ten-thousandths,
   * leaf of the payment and leaf of the gift.
   */
  public static final String ADD =
      """
      WITH drawn AS (
        SELECT f.id, f.owner, f.managed, d.unit, %s
        FROM unnest(?::text[], ?::text[], ?::bigint[], ?::bigint[], ?::bigint[])
          AS d (fund, unit, amount, payment, origin)
        %s
        GROUP BY f.id, f.owner, f.managed, d.unit, band)
      INSERT INTO gift_wait AS w (scope, managed, unit, band, amount, unit_days)
      SELECT s.scope, managed, unit, band, sum(amount), sum(unit_days) FROM drawn
        CROSS JOIN LATERAL (VALUES ('fund:' || id), ('owner:' || owner), ('all')) AS s (scope)
      GROUP BY s.scope, managed, unit, band
      ON CONFLICT (scope, managed, unit, band) DO UPDATE
      SET amount = w.amount + excluded.amount, unit_days = w.unit_days + excluded.unit_days
      """
          .formatted(SUMS, DRAWN);

  /** The sums of a scope now: managed, unit, band, amount, unit_days; the parameter is its key. */
  public static final String NOW =
      "SELECT managed, unit, band, amount, unit_days FROM gift_wait WHERE scope = ?";

  private GiftWaits() {}

  /** The same when the log had a size, the parameter behind the scope's id; the ledger has none. */
  public static String then(Scope.Kind kind) {
    return """
    SELECT f.managed, d.unit, %s
    FROM (SELECT l.fund, l.unit, line_draw.* FROM line_draw JOIN fund_line l USING (line)) AS d
    %s
    WHERE %s AND d.leaf < ?
    GROUP BY f.managed, d.unit, band
    """
        .formatted(
            SUMS,
            DRAWN,
            switch (kind) {
              case FUND -> "f.id = ?";
              case OWNER -> "f.owner = ?";
              case LEDGER -> "true";
            });
  }
}
