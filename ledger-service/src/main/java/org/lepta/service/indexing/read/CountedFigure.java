package org.lepta.service.indexing.read;

import java.util.EnumSet;
import java.util.Set;
import org.lepta.ledger.entry.Kind;
import org.lepta.service.indexing.Measure;

/** A figure of a fund that its entries add up to (docs/reference/postings section 3). */
public enum CountedFigure {
  OPENED,
  DONATED,
  INCOME,
  TRANSFERRED_IN,
  EXCHANGED_IN,
  RETURNED,
  REFUNDED,
  TRANSFERRED_OUT,
  EXCHANGED_OUT,
  /** Promised, less what was released; in reported funds also less what was paid. */
  OUTSTANDING,
  /** Released, in managed funds less what was paid under it. */
  RELEASED,
  DISBURSED,
  SPENT;

  /** Kinds of entries that may count in it; a correction may always. */
  Set<Kind> kinds() {
    return switch (this) {
      case OPENED -> withCorrections(Kind.OPENING);
      case DONATED -> withCorrections(Kind.DONATION);
      case INCOME -> withCorrections(Kind.INCOME);
      case TRANSFERRED_IN -> withCorrections(Kind.TRANSFER_IN);
      case TRANSFERRED_OUT -> withCorrections(Kind.TRANSFER_OUT);
      case EXCHANGED_IN, EXCHANGED_OUT -> withCorrections(Kind.EXCHANGE);
      case RETURNED -> withCorrections(Kind.RETURN);
      case REFUNDED -> withCorrections(Kind.REFUND);
      case OUTSTANDING ->
          withCorrections(Kind.GRANT, Kind.AMENDMENT, Kind.RELEASE, Kind.DISBURSEMENT);
      case RELEASED -> withCorrections(Kind.RELEASE, Kind.DISBURSEMENT);
      case DISBURSED -> withCorrections(Kind.DISBURSEMENT);
      case SPENT -> withCorrections(Kind.EXPENDITURE, Kind.FEE);
    };
  }

  private static Set<Kind> withCorrections(Kind... kinds) {
    return EnumSet.of(Kind.CORRECTION, kinds);
  }

  /** 1 if the measure is added, -1 if it is taken away, 0 if it does not count. */
  int sign(Measure measure, boolean managed) {
    return switch (measure) {
      case OPENED -> of(OPENED);
      case DONATED -> of(DONATED);
      case INCOME -> of(INCOME);
      case TRANSFERRED_IN -> of(TRANSFERRED_IN);
      case TRANSFERRED_OUT -> of(TRANSFERRED_OUT);
      case EXCHANGED_IN -> of(EXCHANGED_IN);
      case EXCHANGED_OUT -> of(EXCHANGED_OUT);
      case REFUNDED -> of(REFUNDED);
      case RETURNED -> of(RETURNED);
      case AWARDED -> of(OUTSTANDING);
      case RELEASED -> of(RELEASED) - of(OUTSTANDING);
      case PAID_RELEASED -> of(DISBURSED) - of(managed ? RELEASED : OUTSTANDING);
      case PAID_DIRECT -> of(DISBURSED) - (managed ? 0 : of(OUTSTANDING));
      case SPENT_PROGRAMME, SPENT_RUNNING, SPENT_FUNDRAISING, SPENT_FEE -> of(SPENT);
      case GRANTEE_SPENT_PROGRAMME,
          GRANTEE_SPENT_RUNNING,
          GRANTEE_SPENT_FUNDRAISING,
          GRANTEE_SPENT_FEE,
          PASSED_ON ->
          0;
    };
  }

  private int of(CountedFigure figure) {
    return this == figure ? 1 : 0;
  }
}
