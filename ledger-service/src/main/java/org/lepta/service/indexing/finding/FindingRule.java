package org.lepta.service.indexing.finding;

import java.time.LocalDate;
import java.util.Locale;

/** Why something stands out, in the order of the page. */
public enum FindingRule {
  /** A managed fund paid more than it had. */
  SHORT,
  /** A reported fund states income, and yet more that went out. */
  DOES_NOT_TIE,
  /** More was paid under a grant than was awarded. */
  OVER_AWARD,
  /** A payment of a managed fund that the other side did not confirm within {@value #DAYS} days. */
  UNCONFIRMED,
  /** A payment of a managed fund under no release. */
  WITHOUT_RELEASE,
  /** A payment or own spending of a managed fund to which no document is tied. */
  WITHOUT_EVIDENCE,
  /** Recorded in a managed fund after its recording limit. */
  LATE,
  /** An id met again in a managed fund, which counts until it is corrected. */
  REPEATED;

  /** How long the other side of a payment has time to confirm it. */
  public static final int DAYS = 60;

  /** The day from which those count that need no time to stand out. */
  public static final LocalDate AT_ONCE = LocalDate.of(1, 1, 1);

  /** The name in rows. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The rule of a row's name. */
  public static FindingRule ofLabel(String label) {
    return valueOf(label.toUpperCase(Locale.ROOT));
  }
}
