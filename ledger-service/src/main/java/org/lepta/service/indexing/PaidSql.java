package org.lepta.service.indexing;

/** What was paid by a disbursement, for statements that go through several of them. */
public final class PaidSql {

  /**
   * The amount in units, net of corrections, of the payment in the columns {@code k.fund}, {@code
   * k.payment} and {@code k.unit}. Entries without effect are repeats (2) in reported funds and
   * overflows (4).
   */
  public static final String NET =
      """
      ((SELECT coalesce(sum(e.amount), 0) FROM entry e
        WHERE e.id = k.payment AND e.kind = 'disbursement' AND e.fund = k.fund
          AND e.unit = k.unit AND e.flags & 4 = 0 AND (e.managed OR e.flags & 2 = 0))
      - (SELECT coalesce(sum(e.amount), 0) FROM entry e
        WHERE e.target = 'disbursement:' || k.payment AND e.kind = 'correction'
          AND e.fund = k.fund AND e.unit = k.unit AND e.flags & 4 = 0
          AND (e.managed OR e.flags & 2 = 0))) / 10000
      """;

  private PaidSql() {}
}
