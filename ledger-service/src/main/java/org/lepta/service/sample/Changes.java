package org.lepta.service.sample;

import static org.lepta.service.sample.Desk.Part.SETTLED;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.lepta.ledger.entry.Amendment;
import org.lepta.ledger.entry.AmendmentReason;
import org.lepta.ledger.entry.Tranche;
import org.lepta.ledger.money.Amount;

/** Grants that change by agreement: more, less, later, or not at all. */
final class Changes {

  private static final Bilingual MORE =
      new Bilingual("Подорожали материалы, смета увеличена.", "Materials cost more than planned.");
  private static final Bilingual LESS =
      new Bilingual(
          "Часть работ взял на себя другой жертвователь.", "Another giver took over a part.");
  private static final Bilingual LATER =
      new Bilingual("Работы перенесены из-за паводка.", "The flood put the work off.");
  private static final Bilingual CANCELLED =
      new Bilingual("Получатель отказался от проекта.", "The grantee gave the project up.");

  private final House house;
  private final Desk desk;

  Changes(House house) {
    this.house = house;
    this.desk = house.desk();
  }

  void month(int number, YearMonth month) {
    switch (number) {
      case 5, 15 -> find(Changes::isUntouchedPiece).ifPresent(award -> more(award, month));
      case 8, 18 -> find(Changes::hasOpenTranche).ifPresent(award -> less(award, month));
      case 12 -> find(Changes::hasOpenTranche).ifPresent(award -> later(award, month));
      case 10, 20 -> find(Changes::isUntouchedPiece).ifPresent(award -> cancel(award, month));
      default -> {}
    }
  }

  private Optional<Award> find(Predicate<Award> wanted) {
    return house.awards().all().stream()
        .filter(award -> !award.scripted && !award.closed && wanted.test(award))
        .findFirst();
  }

  private static boolean isUntouchedPiece(Award award) {
    return award.tranches.isEmpty() && award.released == 0;
  }

  private static boolean hasOpenTranche(Award award) {
    return award.tranches.size() > 1 && !award.isWhollyReleased();
  }

  private void more(Award award, YearMonth month) {
    Amount more = Sums.floor(Sums.percent(award.amount, 20), 1);
    if (desk.book.free(award.fund.id(), award.unit).covers(more)) {
      award.amount = award.amount.plus(more);
      amend(award, more, AmendmentReason.MORE, List.of(), month, MORE);
    }
  }

  private void less(Award award, YearMonth month) {
    List<Tranche> terms = new ArrayList<>(award.tranches);
    Tranche last = terms.removeLast();
    Amount less = Sums.floor(Sums.percent(last.amount(), 50), 1);
    terms.add(
        new Tranche(last.number(), last.amount().minus(less), last.dueOn(), last.conditions()));
    award.amount = award.amount.minus(less);
    award.tranches = terms;
    amend(award, less.negated(), AmendmentReason.LESS, terms, month, LESS);
  }

  private void later(Award award, YearMonth month) {
    List<Tranche> terms = new ArrayList<>(award.tranches);
    Tranche last = terms.removeLast();
    terms.add(
        new Tranche(
            last.number(), last.amount(), month.plusMonths(3).atDay(20), last.conditions()));
    award.tranches = terms;
    award.due = month.plusMonths(2);
    amend(award, Amount.ZERO, AmendmentReason.DATES, terms, month, LATER);
  }

  private void cancel(Award award, YearMonth month) {
    award.closed = true;
    amend(award, award.amount.negated(), AmendmentReason.CANCELLED, List.of(), month, CANCELLED);
  }

  private void amend(
      Award award,
      Amount amount,
      AmendmentReason reason,
      List<Tranche> terms,
      YearMonth month,
      Bilingual text) {
    desk.write(
        SETTLED,
        desk.decision(award.id + "-amendment", month.atDay(10)),
        new Amendment(award.fund.id(), award.unit, amount, award.id, reason, null, null, terms),
        text.as("reason"));
  }
}
