package org.lepta.service.indexing;

import java.math.BigDecimal;
import java.util.List;
import org.lepta.ledger.entry.Amendment;
import org.lepta.ledger.entry.Correction;
import org.lepta.ledger.entry.Disbursement;
import org.lepta.ledger.entry.Donation;
import org.lepta.ledger.entry.Exchange;
import org.lepta.ledger.entry.Expenditure;
import org.lepta.ledger.entry.Fee;
import org.lepta.ledger.entry.Flow;
import org.lepta.ledger.entry.Grant;
import org.lepta.ledger.entry.Income;
import org.lepta.ledger.entry.Opening;
import org.lepta.ledger.entry.PassOn;
import org.lepta.ledger.entry.Refund;
import org.lepta.ledger.entry.Release;
import org.lepta.ledger.entry.Return;
import org.lepta.ledger.entry.TransferIn;
import org.lepta.ledger.entry.TransferOut;
import org.lepta.ledger.money.Unit;

/**
 * What an entry adds to a measure.
 *
 * @param amount in units; negative for what corrections take back
 */
public record Contribution(Measure measure, Unit unit, BigDecimal amount) {

  /** What a flow adds; corrections subtract what their target added. */
  public static List<Contribution> of(Flow flow) {
    return switch (flow) {
      case Opening f -> one(Measure.OPENED, f);
      case Donation f -> one(Measure.DONATED, f);
      case Income f -> one(Measure.INCOME, f);
      case TransferIn f -> one(Measure.TRANSFERRED_IN, f);
      case TransferOut f -> one(Measure.TRANSFERRED_OUT, f);
      case Exchange f ->
          List.of(
              new Contribution(Measure.EXCHANGED_OUT, f.unit(), f.amount().toBigDecimal()),
              new Contribution(
                  Measure.EXCHANGED_IN, f.boughtUnit(), f.boughtAmount().toBigDecimal()));
      case Refund f -> one(Measure.REFUNDED, f);
      case Fee f -> one(Measure.SPENT_FEE, f);
      case Grant f -> one(Measure.AWARDED, f);
      case Amendment f -> one(Measure.AWARDED, f);
      case Release f -> one(Measure.RELEASED, f);
      case Disbursement f ->
          one(f.release() == null ? Measure.PAID_DIRECT : Measure.PAID_RELEASED, f);
      case Return f -> one(Measure.RETURNED, f);
      case PassOn f -> one(Measure.PASSED_ON, f);
      case Expenditure f -> one(Measure.ofSpending(f.spendClass(), f.grant() != null), f);
      case Correction f -> of(f.reverses()).stream().map(Contribution::negated).toList();
    };
  }

  private static List<Contribution> one(Measure measure, Flow flow) {
    return List.of(new Contribution(measure, flow.unit(), flow.amount().toBigDecimal()));
  }

  private Contribution negated() {
    return new Contribution(measure, unit, amount.negate());
  }
}
