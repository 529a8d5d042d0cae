package org.lepta.ui.page;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lepta.ui.view.CorrectionRow;
import org.lepta.ui.view.EvidenceSplit;
import org.lepta.ui.view.Field;
import org.lepta.ui.view.FlowPicture;
import org.lepta.ui.view.FundMode;
import org.lepta.ui.view.GrantRow;
import org.lepta.ui.view.HeadlineTotals;
import org.lepta.ui.view.Link;
import org.lepta.ui.view.MatchRow;
import org.lepta.ui.view.MoneyInRow;
import org.lepta.ui.view.Notice;
import org.lepta.ui.view.Party;
import org.lepta.ui.view.PaymentRow;
import org.lepta.ui.view.PublicText;
import org.lepta.ui.view.Reconciliation;

/**
 * A fund: what came in, what went out, what is left.
 *
 * @param names the fund's names; the first is the heading
 * @param id of the fund on the ledger
 * @param attestations what auditors attested of it, the newest first
 * @param attributes restriction, purpose, units, lens, recording limit, approvals … as ready fields
 * @param accounts one element for each unit
 * @param flow the picture of the unit with most entries; absent where nothing moved
 * @param moneyIn the newest lines, like the lists after it; each has a link to the whole list
 */
public record FundPage(
    PageFrame frame,
    List<PublicText> names,
    String id,
    Party.Organisation owner,
    FundMode mode,
    List<Notice> attestations,
    List<Field> attributes,
    List<UnitAccount> accounts,
    @Nullable FlowPicture flow,
    Link flows,
    List<MoneyInRow> moneyIn,
    Link allMoneyIn,
    List<PaymentRow> payments,
    Link allPayments,
    List<GrantRow> grants,
    Link allGrants,
    List<MatchRow> matchesOut,
    List<MatchRow> matchesIn,
    List<CorrectionRow> corrections,
    String csvHref) {
  public FundPage {
    names = List.copyOf(names);
    attestations = List.copyOf(attestations);
    attributes = List.copyOf(attributes);
    accounts = List.copyOf(accounts);
    moneyIn = List.copyOf(moneyIn);
    payments = List.copyOf(payments);
    grants = List.copyOf(grants);
    matchesOut = List.copyOf(matchesOut);
    matchesIn = List.copyOf(matchesIn);
    corrections = List.copyOf(corrections);
  }

  /**
   * The fund in one unit.
   *
   * @param headline received, paid out and not yet spent
   */
  public record UnitAccount(
      HeadlineTotals headline,
      Reconciliation reconciliation,
      EvidenceSplit disbursed,
      EvidenceSplit spent) {}
}
