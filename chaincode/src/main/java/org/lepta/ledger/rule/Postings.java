package org.lepta.ledger.rule;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lepta.ledger.entry.Account;
import org.lepta.ledger.entry.Amendment;
import org.lepta.ledger.entry.Correction;
import org.lepta.ledger.entry.Disbursement;
import org.lepta.ledger.entry.Donation;
import org.lepta.ledger.entry.Exchange;
import org.lepta.ledger.entry.Expenditure;
import org.lepta.ledger.entry.Fee;
import org.lepta.ledger.entry.Flow;
import org.lepta.ledger.entry.FundMode;
import org.lepta.ledger.entry.Grant;
import org.lepta.ledger.entry.Income;
import org.lepta.ledger.entry.Opening;
import org.lepta.ledger.entry.PassOn;
import org.lepta.ledger.entry.Posting;
import org.lepta.ledger.entry.Refund;
import org.lepta.ledger.entry.Release;
import org.lepta.ledger.entry.Return;
import org.lepta.ledger.entry.TransferIn;
import org.lepta.ledger.entry.TransferOut;
import org.lepta.ledger.money.Amount;
import org.lepta.ledger.money.Unit;

/**
 * The postings of each kind (docs/reference/postings section 2). They depend on the entry and the
 * fund's mode alone, never on state, and sum to zero per unit.
 */
public final class Postings {

  private Postings() {}

  /** The postings of one entry, the giving account first. */
  public static List<Posting> of(Flow flow, FundMode mode) {
    return switch (flow) {
      case Opening f -> move(f, Account.OPENING, Account.FREE);
      case Donation f -> move(f, f.from() == null ? Account.DONORS : Account.LEDGER, Account.FREE);
      case Fee f -> move(f, Account.FREE, Account.SPENT_FEE);
      case Refund f -> move(f, Account.FREE, f.from() == null ? Account.DONORS : Account.LEDGER);
      case Income f -> move(f, Account.INCOME, Account.FREE);
      case TransferOut f -> move(f, Account.FREE, Account.LEDGER);
      case TransferIn f -> move(f, Account.LEDGER, Account.FREE);
      case Exchange f -> exchange(f);
      case Grant f -> move(f, Account.FREE, Account.COMMITTED);
      case Amendment f -> move(f, Account.FREE, Account.COMMITTED);
      case Release f -> move(f, Account.COMMITTED, Account.RELEASED);
      case Disbursement f -> move(f, paidFrom(f, mode), Account.HELD, f.grant());
      case PassOn f ->
          move(f, Account.HELD, f.toFund() == null ? Account.SUBGRANT : Account.LEDGER, f.grant());
      case Return f -> move(f, Account.HELD, Account.FREE, f.grant());
      case Expenditure f ->
          move(
              f,
              f.grant() == null ? Account.FREE : Account.HELD,
              Account.spent(f.spendClass()),
              f.grant());
      case Correction f -> of(f.reverses(), mode).stream().map(Posting::reversed).toList();
    };
  }

  private static Account paidFrom(Disbursement paid, FundMode mode) {
    if (mode == FundMode.REPORTED) {
      return Account.COMMITTED;
    }
    return paid.release() == null ? Account.FREE : Account.RELEASED;
  }

  private static List<Posting> move(Flow flow, Account from, Account to) {
    return move(flow, from, to, null);
  }

  private static List<Posting> move(Flow flow, Account from, Account to, @Nullable String grant) {
    return List.of(
        posting(from, flow.unit(), flow.amount().negated(), grant),
        posting(to, flow.unit(), flow.amount(), grant));
  }

  private static List<Posting> exchange(Exchange f) {
    return List.of(
        posting(Account.FREE, f.unit(), f.amount().negated(), null),
        posting(Account.FX, f.unit(), f.amount(), null),
        posting(Account.FX, f.boughtUnit(), f.boughtAmount().negated(), null),
        posting(Account.FREE, f.boughtUnit(), f.boughtAmount(), null));
  }

  private static Posting posting(
      Account account, Unit unit, Amount amount, @Nullable String grant) {
    return new Posting(account, unit, amount, account == Account.HELD ? grant : null);
  }
}
