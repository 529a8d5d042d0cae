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

  private final Findings found;

  FlowChecks(Findings found) {
    this.found = found;
  }

  void check(Flow flow) {
    found.id(flow.fund(), "fund");
    switch (flow) {
      case Opening f -> {}
      case Donation f -> {
        found.party(f.donor(), "donor");
        found.id(f.from(), "from");
        found.id(f.fromFund(), "fromFund");
        found.code(f.earmark(), "earmark");
      }
      case Fee f -> {
        found.id(f.donation(), "donation");
        found.id(f.statement(), "statement");
      }
      case Refund f -> {
        found.id(f.donation(), "donation");
        found.code(f.reason(), "reason");
        found.id(f.from(), "from");
      }
      case Income f -> {}
      case TransferOut f -> transfer(f.toFund(), f.transferIn(), f.basis());
      case TransferIn f -> transfer(f.fromFund(), f.transferOut(), f.basis());
      case Exchange f -> found.that(false, Code.KIND_NOT_YET, "kind");
      case Grant f -> grant(f);
      case Amendment f -> amendment(f);
      case Release f -> found.id(f.grant(), "grant");
      case Disbursement f -> {
        found.id(f.grant(), "grant");
        found.id(f.release(), "release");
        found.party(f.receiver(), "receiver");
        found.id(f.toFund(), "toFund");
        found.id(f.earmark(), "earmark");
      }
      case PassOn f -> {
        found.id(f.grant(), "grant");
        found.party(f.receiver(), "receiver");
        found.id(f.toFund(), "toFund");
      }
      case Return f -> {
        found.id(f.grant(), "grant");
        found.party(f.by(), "by");
        found.id(f.fromFund(), "fromFund");
      }
      case Expenditure f -> {
        found.id(f.grant(), "grant");
        found.party(f.payee(), "payee");
        found.id(f.earmark(), "earmark");
      }
      case Correction f -> correction(f);
    }
    amount(flow);
  }

  private void amount(Flow flow) {
    switch (flow) {
      case Amendment f -> found.bounded(f.amount(), "amount");
      case Release f -> found.positive(f.amount(), "amount");
      case TransferOut f -> found.positive(f.amount(), "amount");
      case TransferIn f -> found.positive(f.amount(), "amount");
      case Correction f -> {}
      default -> found.notNegative(flow.amount(), "amount");
    }
  }

  private void transfer(String otherFund, String otherHalf, String basis) {
    found.id(otherFund, "fund");
    found.id(otherHalf, "transfer");
    found.code(basis, "basis");
  }

  private void grant(Grant grant) {
    found.party(grant.recipient(), "recipient");
    found.id(grant.toFund(), "toFund");
    found.code(grant.regrantType(), "regrantType");
    tranches(grant.tranches());
    if (!grant.tranches().isEmpty()) {
      found.that(addUp(grant.tranches(), grant.amount()), Code.AMOUNT_INVALID, "tranches");
    }
    found.period(grant.startsOn(), grant.endsOn(), "endsOn");
  }

  private void amendment(Amendment amendment) {
    found.id(amendment.grant(), "grant");
    found.party(amendment.recipient(), "recipient");
    found.id(amendment.toFund(), "toFund");
    tranches(amendment.tranches());
  }

  private void correction(Correction correction) {
    found.id(correction.target(), "target");
    found.code(correction.reason(), "reason");
    found.that(
        !(correction.reverses() instanceof Correction), Code.ENTRY_MALFORMED, "reverses.kind");
    check(correction.reverses());
  }

  private void tranches(List<Tranche> tranches) {
    found.that(tranches.size() <= MAX_TRANCHES, Code.ENTRY_TOO_LARGE, "tranches");
    for (int i = 0; i < tranches.size(); i++) {
      Tranche tranche = tranches.get(i);
      found.that(tranche.number() == i + 1, Code.AMOUNT_INVALID, "tranches.number");
      found.positive(tranche.amount(), "tranches.amount");
      found.date(tranche.dueOn(), "tranches.dueOn");
      found.that(tranche.conditions().size() <= 16, Code.ENTRY_TOO_LARGE, "tranches.conditions");
      tranche.conditions().forEach(this::condition);
    }
  }

  private void condition(Condition condition) {
    boolean wellFormed =
        switch (condition.type()) {
          case DATE -> condition.on() != null && condition.count() == null;
          case EVIDENCE -> condition.on() == null && condition.count() != null;
          case MILESTONE, CONFIRMATION -> condition.on() == null && condition.count() == null;
        };
    found.that(wellFormed, Code.ENTRY_MALFORMED, "tranches.conditions");
    found.date(condition.on(), "tranches.conditions.on");
    found.atLeast(1, condition.count(), "tranches.conditions.count");
  }

  private static boolean addUp(List<Tranche> tranches, Amount amount) {
    try {
      return tranches.stream()
          .map(Tranche::amount)
          .reduce(Amount.ZERO, Amount::plus)
          .equals(amount);
    } catch (ArithmeticException e) {
      // No award is as large as a sum beyond the range.
      return false;
    }
  }
}
