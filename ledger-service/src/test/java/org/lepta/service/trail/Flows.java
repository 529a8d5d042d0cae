package org.lepta.service.trail;

import org.jspecify.annotations.Nullable;
import org.lepta.ledger.entry.Correction;
import org.lepta.ledger.entry.Disbursement;
import org.lepta.ledger.entry.Donation;
import org.lepta.ledger.entry.Exchange;
import org.lepta.ledger.entry.Expenditure;
import org.lepta.ledger.entry.Fee;
import org.lepta.ledger.entry.Flow;
import org.lepta.ledger.entry.Income;
import org.lepta.ledger.entry.IncomeType;
import org.lepta.ledger.entry.Opening;
import org.lepta.ledger.entry.PassOn;
import org.lepta.ledger.entry.Refund;
import org.lepta.ledger.entry.Return;
import org.lepta.ledger.entry.SpendClass;
import org.lepta.ledger.entry.TransferIn;
import org.lepta.ledger.entry.TransferOut;
import org.lepta.ledger.money.Amount;
import org.lepta.ledger.money.Unit;

/** Flows of one fund in short form; amounts in ten-thousandths of a rouble. */
record Flows(String fund) {

  static final Unit RUB = new Unit("RUB");
  static final Unit EUR = new Unit("EUR");

  private static Amount amount(long units) {
    return new Amount(units);
  }

  Flow opening(long units) {
    return new Opening(fund, RUB, amount(units));
  }

  Flow donation(long units) {
    return new Donation(fund, RUB, amount(units), null, null, null, null);
  }

  Flow donationFrom(long units, String passOn, String fromFund) {
    return new Donation(fund, RUB, amount(units), null, passOn, fromFund, null);
  }

  Flow earmarked(long units) {
    return new Donation(fund, RUB, amount(units), null, null, null, "roof");
  }

  Flow income(long units) {
    return new Income(fund, RUB, amount(units), IncomeType.INTEREST);
  }

  Flow fee(long units, @Nullable String donation) {
    return new Fee(fund, RUB, amount(units), donation, null);
  }

  Flow refund(long units, String donation) {
    return new Refund(fund, RUB, amount(units), donation, "withdrawn", null);
  }

  Flow transferOut(long units, String toFund, String transferIn) {
    return new TransferOut(fund, RUB, amount(units), toFund, transferIn, "board");
  }

  Flow transferIn(long units, String fromFund, String transferOut) {
    return new TransferIn(fund, RUB, amount(units), fromFund, transferOut, "board");
  }

  Flow exchange(long sold, long bought) {
    return new Exchange(fund, RUB, amount(sold), EUR, amount(bought), null, null, null);
  }

  Flow disbursement(long units, @Nullable String grant) {
    return disbursement(units, grant, null);
  }

  Flow disbursement(long units, @Nullable String grant, @Nullable String earmark) {
    return new Disbursement(fund, RUB, amount(units), grant, null, null, null, null, earmark);
  }

  Flow own(long units) {
    return own(units, null);
  }

  Flow own(long units, @Nullable String earmark) {
    return new Expenditure(fund, RUB, amount(units), SpendClass.RUNNING, null, null, null, earmark);
  }

  Flow byGrantee(long units, String grant) {
    return new Expenditure(fund, RUB, amount(units), SpendClass.PROGRAMME, grant, null, null, null);
  }

  Flow passOn(long units, String grant, @Nullable String toFund) {
    return new PassOn(fund, RUB, amount(units), grant, null, toFund);
  }

  Flow back(long units, @Nullable String grant) {
    return new Return(fund, RUB, amount(units), grant, null, null);
  }

  static Flow corrected(@Nullable String target, Flow reverses) {
    return new Correction(target, "error", reverses);
  }
}
