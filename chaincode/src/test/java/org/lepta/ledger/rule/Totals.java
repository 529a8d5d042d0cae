package org.lepta.ledger.rule;

import java.util.TreeMap;
import org.lepta.ledger.entry.Amendment;
import org.lepta.ledger.entry.Correction;
import org.lepta.ledger.entry.Disbursement;
import org.lepta.ledger.entry.Donation;
import org.lepta.ledger.entry.Expenditure;
import org.lepta.ledger.entry.Fee;
import org.lepta.ledger.entry.Flow;
import org.lepta.ledger.entry.FundMode;
import org.lepta.ledger.entry.Grant;
import org.lepta.ledger.entry.Income;
import org.lepta.ledger.entry.Opening;
import org.lepta.ledger.entry.Refund;
import org.lepta.ledger.entry.Release;
import org.lepta.ledger.entry.Return;
import org.lepta.ledger.entry.TransferIn;
import org.lepta.ledger.entry.TransferOut;

/** The totals of one fund and unit as the document defines them, counted without postings. */
final class Totals {

  private final FundMode mode;
  private final TreeMap<String, Long> sums = new TreeMap<>();

  Totals(FundMode mode) {
    this.mode = mode;
  }

  void add(Flow flow) {
    add(flow, 1);
  }

  private void add(Flow flow, long sign) {
    long amount = sign * flow.amount().tenThousandths();
    switch (flow) {
      case Opening f -> count("opened", amount);
      case Donation f -> count("donated", amount);
      case Income f -> count("income", amount);
      case TransferIn f -> count("transferredIn", amount);
      case TransferOut f -> count("transferredOut", amount);
      case Return f -> count("returned", amount);
      case Refund f -> count("refunded", amount);
      case Fee f -> count("spent", amount);
      case Grant f -> count("awarded", amount);
      case Amendment f -> count("awarded", amount);
      case Release f -> count("releases", amount);
      case Disbursement f -> {
        count("disbursed", amount);
        count(f.release() == null ? "paidWithout" : "paidUnder", amount);
      }
      case Expenditure f -> {
        if (f.grant() == null) {
          count("spent", amount);
        }
      }
      case Correction f -> add(f.reverses(), -sign);
      default -> {}
    }
  }

  private void count(String name, long amount) {
    sums.merge(name, amount, Math::addExact);
  }

  long of(String name) {
    return sums.getOrDefault(name, 0L);
  }

  long committed() {
    long paid = mode == FundMode.REPORTED ? of("disbursed") : 0;
    return of("awarded") - of("releases") - paid;
  }

  long released() {
    return of("releases") - (mode == FundMode.MANAGED ? of("paidUnder") : 0);
  }

  /** The right side of the fund's identity. */
  long free() {
    return of("opened")
        + of("donated")
        + of("income")
        + of("transferredIn")
        + of("returned")
        - of("refunded")
        - of("transferredOut")
        - Math.max(0, committed())
        - released()
        - of("disbursed")
        - of("spent");
  }
}
