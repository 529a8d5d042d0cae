package org.lepta.service.exchange.internal;

import org.lepta.ledger.entry.Amendment;
import org.lepta.ledger.entry.Correction;
import org.lepta.ledger.entry.Disbursement;
import org.lepta.ledger.entry.Donation;
import org.lepta.ledger.entry.Expenditure;
import org.lepta.ledger.entry.Flow;
import org.lepta.ledger.entry.Grant;
import org.lepta.ledger.entry.Return;
import org.lepta.ledger.money.Amount;

/** The flows that imports make, with another amount. */
final class Amounts {

  private Amounts() {}

  /**
   * The same flow with another amount.
   *
   * @throws IllegalArgumentException for a kind that no import makes
   */
  static Flow with(Flow flow, Amount amount) {
    return switch (flow) {
      case Donation f ->
          new Donation(f.fund(), f.unit(), amount, f.donor(), f.from(), f.fromFund(), f.earmark());
      case Grant f ->
          new Grant(
              f.fund(),
              f.unit(),
              amount,
              f.recipient(),
              f.toFund(),
              f.tranches(),
              f.startsOn(),
              f.endsOn(),
              f.regrantType());
      case Amendment f ->
          new Amendment(
              f.fund(),
              f.unit(),
              amount,
              f.grant(),
              f.reason(),
              f.recipient(),
              f.toFund(),
              f.tranches());
      case Disbursement f ->
          new Disbursement(
              f.fund(),
              f.unit(),
              amount,
              f.grant(),
              f.release(),
              f.receiver(),
              f.toFund(),
              f.basis(),
              f.earmark());
      case Expenditure f ->
          new Expenditure(
              f.fund(),
              f.unit(),
              amount,
              f.spendClass(),
              f.grant(),
              f.payee(),
              f.invoice(),
              f.earmark());
      case Return f -> new Return(f.fund(), f.unit(), amount, f.grant(), f.by(), f.fromFund());
      case Correction f -> new Correction(f.target(), f.reason(), with(f.reverses(), amount));
      default -> throw new IllegalArgumentException("no import makes " + flow.getClass());
    };
  }
}
