package org.lepta.ui.page;

import java.util.List;
import org.lepta.ui.view.FundRow;
import org.lepta.ui.view.HeadlineTotals;
import org.lepta.ui.view.Link;
import org.lepta.ui.view.Notice;
import org.lepta.ui.view.PaymentRow;

/**
 * The overview. Managed and reported money stand apart and are never added.
 *
 * @param attestations what auditors attested of the whole ledger, the newest first
 * @param managed one element for each unit
 * @param reported one element for each unit
 * @param exceptions how many stand out by each rule
 * @param funds newest first
 * @param payments the latest ones
 */
public record OverviewPage(
    PageFrame frame,
    List<Notice> attestations,
    List<HeadlineTotals> managed,
    List<HeadlineTotals> reported,
    List<Link> exceptions,
    Link flows,
    List<FundRow> funds,
    Link allFunds,
    List<PaymentRow> payments,
    Link allPayments) {
  public OverviewPage {
    attestations = List.copyOf(attestations);
    managed = List.copyOf(managed);
    reported = List.copyOf(reported);
    exceptions = List.copyOf(exceptions);
    funds = List.copyOf(funds);
    payments = List.copyOf(payments);
  }
}
