package org.lepta.ledger.rule;

import java.util.List;
import org.lepta.ledger.entry.Amendment;
import org.lepta.ledger.entry.Condition;
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
import org.lepta.ledger.entry.Tranche;
import org.lepta.ledger.entry.TransferIn;
import org.lepta.ledger.entry.TransferOut;
import org.lepta.ledger.money.Amount;

/** The fields of one flow, by themselves. */
final class FlowChecks {

  private static final int MAX_TRANCHES = 120;

  private FlowChecks() {}

  static void check(Flow flow) {
    Require.id(flow.fund(), "fund");
    switch (flow) {
      case Opening f -> {}
      case Donation f -> {
        Require.party(f.donor(), "donor");
        Require.id(f.from(), "from");
        Require.id(f.fromFund(), "fromFund");
        Require.code(f.earmark(), "earmark");
      }
      case Fee f -> {
        Require.id(f.donation(), "donation");
        Require.id(f.statement(), "statement");
      }
      case Refund f -> {
        Require.id(f.donation(), "donation");
        Require.code(f.reason(), "reason");
        Require.id(f.from(), "from");
      }
      case Income f -> {}
      case TransferOut f -> transfer(f.toFund(), f.transferIn(), f.basis());
      case TransferIn f -> transfer(f.fromFund(), f.transferOut(), f.basis());
      case Exchange f -> throw new RefusedException(Code.KIND_NOT_YET, "kind");
      case Grant f -> grant(f);
      case Amendment f -> amendment(f);
      case Release f -> Require.id(f.grant(), "grant");
      case Disbursement f -> {
        Require.id(f.grant(), "grant");
        Require.id(f.release(), "release");
        Require.party(f.receiver(), "receiver");
        Require.id(f.toFund(), "toFund");
        Require.id(f.earmark(), "earmark");
      }
      case PassOn f -> {
        Require.id(f.grant(), "grant");
        Require.party(f.receiver(), "receiver");
        Require.id(f.toFund(), "toFund");
      }
      case Return f -> {
        Require.id(f.grant(), "grant");
        Require.party(f.by(), "by");
        Require.id(f.fromFund(), "fromFund");
      }
      case Expenditure f -> {
        Require.id(f.grant(), "grant");
        Require.party(f.payee(), "payee");
        Require.id(f.earmark(), "earmark");
      }
      case Correction f -> correction(f);
    }
    amount(flow);
  }

  private static void amount(Flow flow) {
    switch (flow) {
      case Amendment f -> Require.bounded(f.amount(), "amount");
      case Release f -> Require.positive(f.amount(), "amount");
      case TransferOut f -> Require.positive(f.amount(), "amount");
      case TransferIn f -> Require.positive(f.amount(), "amount");
      case Correction f -> {}
      default -> Require.notNegative(flow.amount(), "amount");
    }
  }

  private static void transfer(String otherFund, String otherHalf, String basis) {
    Require.id(otherFund, "fund");
    Require.id(otherHalf, "transfer");
    Require.code(basis, "basis");
  }

  private static void grant(Grant grant) {
    Require.party(grant.recipient(), "recipient");
    Require.id(grant.toFund(), "toFund");
    Require.code(grant.regrantType(), "regrantType");
    tranches(grant.tranches());
    if (!grant.tranches().isEmpty()) {
      Require.that(sum(grant.tranches()).equals(grant.amount()), Code.AMOUNT_INVALID, "tranches");
    }
    Require.period(grant.startsOn(), grant.endsOn(), "endsOn");
  }

  private static void amendment(Amendment amendment) {
    Require.id(amendment.grant(), "grant");
    Require.party(amendment.recipient(), "recipient");
    Require.id(amendment.toFund(), "toFund");
    tranches(amendment.tranches());
  }

  private static void correction(Correction correction) {
    Require.id(correction.target(), "target");
    Require.code(correction.reason(), "reason");
    Require.that(
        !(correction.reverses() instanceof Correction), Code.ENTRY_MALFORMED, "reverses.kind");
    check(correction.reverses());
  }

  private static void tranches(List<Tranche> tranches) {
    Require.that(tranches.size() <= MAX_TRANCHES, Code.ENTRY_TOO_LARGE, "tranches");
    for (int i = 0; i < tranches.size(); i++) {
      Tranche tranche = tranches.get(i);
      Require.that(tranche.number() == i + 1, Code.AMOUNT_INVALID, "tranches.number");
      Require.positive(tranche.amount(), "tranches.amount");
      Require.date(tranche.dueOn(), "tranches.dueOn");
      Require.that(tranche.conditions().size() <= 16, Code.ENTRY_TOO_LARGE, "tranches.conditions");
      tranche.conditions().forEach(FlowChecks::condition);
    }
  }

  private static void condition(Condition condition) {
    boolean wellFormed =
        switch (condition.type()) {
          case DATE -> condition.on() != null && condition.count() == null;
          case EVIDENCE -> condition.on() == null && condition.count() != null;
          case MILESTONE, CONFIRMATION -> condition.on() == null && condition.count() == null;
        };
    Require.that(wellFormed, Code.ENTRY_MALFORMED, "tranches.conditions");
    Require.date(condition.on(), "tranches.conditions.on");
    Require.atLeast(1, condition.count(), "tranches.conditions.count");
  }

  static Amount sum(List<Tranche> tranches) {
    Amount sum = Amount.ZERO;
    for (Tranche tranche : tranches) {
      sum = sum.plus(tranche.amount());
    }
    return sum;
  }
}
