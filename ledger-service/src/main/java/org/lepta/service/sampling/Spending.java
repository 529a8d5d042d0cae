package org.lepta.service.sampling;

import org.lepta.ledger.entry.Correction;
import org.lepta.ledger.entry.Disbursement;
import org.lepta.ledger.entry.Exchange;
import org.lepta.ledger.entry.Expenditure;
import org.lepta.ledger.entry.Fee;
import org.lepta.ledger.entry.Flow;
import org.lepta.ledger.entry.Leaf;
import org.lepta.ledger.entry.Refund;
import org.lepta.ledger.entry.TransferOut;

/** Which entries spend a fund's units, or take such an entry back. */
final class Spending {

  private Spending() {}

  /** The flow of an entry with effect on this fund and unit; corrections included. */
  static boolean concerns(Plan plan, Leaf leaf) {
    return leaf.entry().body() instanceof Flow flow
        && flow.fund().equals(plan.fund())
        && flow.unit().code().equals(plan.unit())
        && !leaf.postings().isEmpty();
  }

  /** Whether units of the fund leave it by this flow; a refund counts whole. */
  static boolean spends(Flow flow) {
    return switch (flow) {
      case Disbursement f -> true;
      case Expenditure f -> f.grant() == null;
      case Fee f -> true;
      case Refund f -> true;
      case TransferOut f -> true;
      case Exchange f -> true;
      default -> false;
    };
  }

  /** Whether it takes spending back. */
  static boolean takesBack(Flow flow) {
    return flow instanceof Correction correction && spends(correction.reverses());
  }
}
