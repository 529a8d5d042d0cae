package org.lepta.service.indexing;

import java.util.Locale;
import org.lepta.ledger.entry.SpendClass;

/** What a roll-up sums; totals of docs/reference/postings section 3 are made of these. */
public enum Measure {
  OPENED,
  DONATED,
  INCOME,
  TRANSFERRED_IN,
  TRANSFERRED_OUT,
  EXCHANGED_IN,
  EXCHANGED_OUT,
  REFUNDED,
  AWARDED,
  /** Releases, gross of what was paid under them. */
  RELEASED,
  /** Disbursements under a release. */
  PAID_RELEASED,
  /** Disbursements under no release. */
  PAID_DIRECT,
  RETURNED,
  SPENT_PROGRAMME,
  SPENT_RUNNING,
  SPENT_FUNDRAISING,
  SPENT_FEE,
  GRANTEE_SPENT_PROGRAMME,
  GRANTEE_SPENT_RUNNING,
  GRANTEE_SPENT_FUNDRAISING,
  GRANTEE_SPENT_FEE,
  PASSED_ON;

  /** The name in rows. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The measure of a row's name. */
  public static Measure ofLabel(String label) {
    return valueOf(label.toUpperCase(Locale.ROOT));
  }

  static Measure ofSpending(SpendClass spendClass, boolean byGrantee) {
    return switch (spendClass) {
      case PROGRAMME -> byGrantee ? GRANTEE_SPENT_PROGRAMME : SPENT_PROGRAMME;
      case RUNNING -> byGrantee ? GRANTEE_SPENT_RUNNING : SPENT_RUNNING;
      case FUNDRAISING -> byGrantee ? GRANTEE_SPENT_FUNDRAISING : SPENT_FUNDRAISING;
      case FEE -> byGrantee ? GRANTEE_SPENT_FEE : SPENT_FEE;
    };
  }
}
