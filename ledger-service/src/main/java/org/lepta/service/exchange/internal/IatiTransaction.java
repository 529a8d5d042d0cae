package org.lepta.service.exchange.internal;

import org.jspecify.annotations.Nullable;
import org.lepta.ledger.entry.Amendment;
import org.lepta.ledger.entry.Correction;
import org.lepta.ledger.entry.Disbursement;
import org.lepta.ledger.entry.DisbursementBasis;
import org.lepta.ledger.entry.Donation;
import org.lepta.ledger.entry.Exchange;
import org.lepta.ledger.entry.Expenditure;
import org.lepta.ledger.entry.Fee;
import org.lepta.ledger.entry.Flow;
import org.lepta.ledger.entry.Grant;
import org.lepta.ledger.entry.Income;
import org.lepta.ledger.entry.Opening;
import org.lepta.ledger.entry.Party;
import org.lepta.ledger.entry.PassOn;
import org.lepta.ledger.entry.Refund;
import org.lepta.ledger.entry.Release;
import org.lepta.ledger.entry.Return;
import org.lepta.ledger.entry.TransferIn;
import org.lepta.ledger.entry.TransferOut;
import org.lepta.ledger.money.Amount;

/**
 * A movement of a fund as a transaction of IATI, the way back of {@link IatiMovement}.
 *
 * @param type of the codelist TransactionType
 * @param amount below zero where it takes back
 */
record IatiTransaction(
    String type, Amount amount, @Nullable Side provider, @Nullable Side receiver) {

  /**
   * Who stands at one side.
   *
   * @param org id of an organisation
   * @param activity its fund or activity
   * @param role under which the texts of the entry tell what is no id
   */
  record Side(@Nullable String org, @Nullable String activity, String role) {}

  /**
   * The transaction that a flow is; null for what is none: openings, releases and exchanges move no
   * money from or to anybody, and what grantees spend and pass on is their own to report.
   */
  static @Nullable IatiTransaction of(Flow flow, String owner) {
    return switch (flow) {
      case Donation f -> in(f.amount(), provider(f.donor(), f.fromFund()));
      case Income f -> in(f.amount(), null);
      case TransferIn f -> in(f.amount(), new Side(null, f.fromFund(), "provider"));
      case Refund f -> in(f.amount().negated(), null);
      case Grant f ->
          out(IatiTypes.COMMITMENT, f.amount(), side(f.recipient(), f.toFund(), "recipient"));
      case Amendment f ->
          out(IatiTypes.COMMITMENT, f.amount(), side(f.recipient(), f.toFund(), "recipient"));
      case Disbursement f -> paid(f, owner);
      case TransferOut f ->
          out(IatiTypes.DISBURSEMENT, f.amount(), new Side(null, f.toFund(), "receiver"));
      case Fee f -> out(IatiTypes.EXPENDITURE, f.amount(), null);
      case Expenditure f -> f.grant() == null ? spent(f) : null;
      case Return f ->
          new IatiTransaction(
              IatiTypes.REIMBURSEMENT,
              f.amount(),
              provider(f.by(), f.fromFund()),
              self(owner, "receiver"));
      case Correction f -> reversed(of(f.reverses(), owner));
      case Opening f -> null;
      case Release f -> null;
      case PassOn f -> null;
      case Exchange f -> null;
    };
  }

  private static @Nullable IatiTransaction reversed(@Nullable IatiTransaction of) {
    return of == null
        ? null
        : new IatiTransaction(of.type, of.amount.negated(), of.provider, of.receiver);
  }

  private static IatiTransaction in(Amount amount, @Nullable Side provider) {
    return new IatiTransaction(IatiTypes.INCOMING, amount, provider, null);
  }

  private static IatiTransaction out(String type, Amount amount, @Nullable Side receiver) {
    return new IatiTransaction(type, amount, null, receiver);
  }

  private static IatiTransaction paid(Disbursement f, String owner) {
    Side receiver = side(f.receiver(), f.toFund(), "receiver");
    return f.basis() == DisbursementBasis.REIMBURSEMENT
        ? new IatiTransaction(
            IatiTypes.REIMBURSEMENT, f.amount(), self(owner, "provider"), receiver)
        : out(IatiTypes.DISBURSEMENT, f.amount(), receiver);
  }

  private static IatiTransaction spent(Expenditure f) {
    return out(IatiTypes.EXPENDITURE, f.amount(), side(f.payee(), null, "receiver"));
  }

  private static Side provider(@Nullable Party party, @Nullable String activity) {
    return side(party, activity, "provider");
  }

  private static Side self(String owner, String role) {
    return new Side(owner, null, role);
  }

  private static Side side(@Nullable Party party, @Nullable String activity, String role) {
    return new Side(party == null ? null : party.org(), activity, role);
  }
}
