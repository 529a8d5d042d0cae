package org.lepta.service.sample;

import static org.lepta.service.sample.Desk.Part.DECIDED;
import static org.lepta.service.sample.Desk.Part.REPORTED;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lepta.ledger.entry.Assessment;
import org.lepta.ledger.entry.AssessmentResult;
import org.lepta.ledger.entry.Condition;
import org.lepta.ledger.entry.ConditionType;
import org.lepta.ledger.entry.Confirmation;
import org.lepta.ledger.entry.Disbursement;
import org.lepta.ledger.entry.Entry;
import org.lepta.ledger.entry.Hash;
import org.lepta.ledger.entry.Header;
import org.lepta.ledger.entry.Release;
import org.lepta.ledger.entry.Tranche;
import org.lepta.ledger.money.Amount;

/** How the tranches of a grant are released, paid and confirmed. */
final class Payments {

  private final Desk desk;
  private final Dice dice;

  Payments(Desk desk) {
    this.desk = desk;
    this.dice = desk.dice;
  }

  /** Releases and pays the next tranche, or finds that its milestone has to wait a month. */
  void next(Award award, YearMonth month, boolean paid) {
    Tranche tranche = award.next();
    if (Award.has(tranche, ConditionType.MILESTONE) && !isMet(award, month)) {
      award.due = month.plusMonths(1);
      return;
    }
    Amount amount = tranche == null ? award.amount : tranche.amount();
    LocalDate day = dice.day(month, 11, 17);
    String id = award.id + "-release-" + (award.released + 1);
    Entry release = release(award, tranche, id, amount, day);
    award.released++;
    award.due = month.plusMonths(2);
    if (paid) {
      pay(award, release, amount, month);
    }
  }

  private boolean isMet(Award award, YearMonth month) {
    int number = award.released + 1;
    boolean met =
        award.due.isAfter(award.since.plusMonths(2L * award.released)) || !dice.percent(15);
    desk.write(
        DECIDED,
        desk.fact(award.id + "-assessment-" + number + (met ? "" : "-first"), dice.day(month, 3, 8))
            .by(desk.recorder()),
        new Assessment(
            award.fund.id(),
            null,
            award.id,
            number,
            met ? AssessmentResult.MET : AssessmentResult.PARTLY_MET));
    return met;
  }

  private Entry release(
      Award award, @Nullable Tranche tranche, String id, Amount amount, LocalDate day) {
    // No text: what is approved is the release with all its hashes, and a salt is drawn later.
    Entry release =
        new Entry(
            desk.decision(id, day).proven(evidence(tranche)),
            new Release(
                award.fund.id(),
                award.unit,
                amount,
                award.id,
                tranche == null ? null : tranche.number(),
                dice.hash("account")));
    for (int i = 1; i <= award.fund.approvals(); i++) {
      Entry approval = desk.people.get(i).approve(id + "-approval-" + i, release, day);
      desk.write(DECIDED, approval, List.of());
    }
    desk.write(DECIDED, release, List.of());
    return release;
  }

  private List<Hash> evidence(@Nullable Tranche tranche) {
    List<Hash> documents = new ArrayList<>();
    for (Condition condition : tranche == null ? List.<Condition>of() : tranche.conditions()) {
      Integer count = condition.count();
      for (int i = 0; count != null && i < count; i++) {
        documents.add(dice.hash("document"));
      }
    }
    return documents;
  }

  private void pay(Award award, Entry release, Amount amount, YearMonth month) {
    Amount first = dice.percent(90) ? amount : Sums.floor(Sums.percent(amount, 50), 1);
    payment(
        award, release.id() + "-payment", release.id(), first, dice.day(month, 18, 21), DECIDED);
    Amount rest = amount.minus(first);
    if (rest.signum() > 0) {
      payment(
          award, release.id() + "-payment-2", release.id(), rest, dice.day(month, 22, 24), DECIDED);
    }
  }

  /** A payment and, most times, the receiver's word that it came. */
  void payment(
      Award award,
      String id,
      @Nullable String release,
      Amount amount,
      LocalDate day,
      Desk.Part part) {
    desk.write(
        part,
        desk.fact(id, day),
        new Disbursement(
            award.fund.id(),
            award.unit,
            amount,
            award.id,
            release,
            award.recipient,
            null,
            null,
            null));
    boolean awaited = release != null && award.nextAwaitsConfirmation();
    if (awaited || award.scripted || dice.percent(78)) {
      award.confirmations++;
      desk.write(
          awaited ? DECIDED : REPORTED,
          Header.of(id + "-arrived", award.speaker(desk.card.id()))
              .happened(day.plusDays(dice.between(1, 4))),
          new Confirmation(
              award.fund.id(),
              "disbursement:" + id,
              award.unit,
              amount,
              award.recipient,
              award.id,
              awaited ? Integer.valueOf(award.released) : null));
    }
  }
}
