package org.lepta.service.sample;

import static org.lepta.service.sample.Desk.Part.REPORTED;
import static org.lepta.service.sample.FundCard.HOURS;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lepta.ledger.entry.Expenditure;
import org.lepta.ledger.entry.Header;
import org.lepta.ledger.entry.Outcome;
import org.lepta.ledger.entry.Party;
import org.lepta.ledger.entry.Report;
import org.lepta.ledger.entry.Return;
import org.lepta.ledger.entry.SpendClass;
import org.lepta.ledger.money.Amount;
import org.lepta.ledger.money.Unit;

/** What grantees tell: spending by class, money sent back, reports and what came of it. */
final class Reports {

  private static final Unit PIECES = new Unit("pcs");

  private static final List<Bilingual> PURPOSES =
      List.of(
          new Bilingual("Материалы и доставка по счёту", "Materials and delivery as invoiced"),
          new Bilingual("Оплата труда мастера за месяц", "The craftsman's pay for the month"),
          new Bilingual("Топливо и запасные части", "Fuel and spare parts"),
          new Bilingual("Книги, бумага и печать", "Books, paper and printing"),
          new Bilingual("Продукты для общей кухни", "Food for the shared kitchen"),
          new Bilingual("Аренда помещения и свет", "Rent and electricity"));

  private static final Bilingual LEFT_OVER =
      new Bilingual(
          "Проект завершён дешевле сметы, остаток возвращён.",
          "The project cost less than planned; the rest is sent back.");

  private final Desk desk;
  private final Dice dice;

  Reports(Desk desk) {
    this.desk = desk;
    this.dice = desk.dice;
  }

  void month(YearMonth month, List<Award> awards) {
    for (Award award : awards) {
      if (!award.scripted && !award.closed && award.recipient.org() != null) {
        month(month, award);
      }
    }
  }

  private void month(YearMonth month, Award award) {
    Amount held = desk.book.held(award.fund.id(), award.unit, award.id);
    if (held.signum() > 0 && award.isWhollyReleased() && dice.percent(4)) {
      sendBack(award, held, month);
      close(award, month);
    } else if (held.signum() > 0 && dice.percent(45)) {
      boolean all = dice.percent(30) || Sums.percent(award.amount, 8).covers(held);
      Amount part = all ? held : part(held, award.unit);
      spend(award, part, dice.day(month, 25, 31));
    } else if (held.signum() == 0 && award.isWhollyReleased()) {
      close(award, month);
    }
  }

  private Amount part(Amount held, Unit unit) {
    Amount part = Sums.percent(held, dice.between(25, 75));
    return unit.equals(HOURS) ? Sums.floor(part, 1).max(held.min(Amount.ofUnits(1))) : part;
  }

  void spend(Award award, Amount amount, LocalDate day) {
    SpendClass spendClass = dice.percent(86) ? SpendClass.PROGRAMME : SpendClass.RUNNING;
    boolean invoiced = dice.percent(40) && !award.unit.equals(HOURS);
    desk.write(
        REPORTED,
        spoken(award, award.id + "-spent-" + ++award.expenditures, day),
        new Expenditure(
            award.fund.id(),
            award.unit,
            amount,
            spendClass,
            award.id,
            invoiced ? vendor() : null,
            invoiced ? dice.hash("invoice") : null,
            null),
        award.unit.equals(HOURS) ? List.of() : dice.pick(PURPOSES).as("description"));
  }

  private @Nullable Party vendor() {
    return Party.organisation(dice.pick(Cast.VENDORS).id());
  }

  private void sendBack(Award award, Amount held, YearMonth month) {
    desk.write(
        REPORTED,
        spoken(award, award.id + "-return", dice.day(month, 20, 26)),
        new Return(award.fund.id(), award.unit, held, award.id, award.recipient, null),
        LEFT_OVER.as("reason"));
  }

  private void close(Award award, YearMonth month) {
    award.closed = true;
    LocalDate day = month.atEndOfMonth();
    desk.write(
        REPORTED,
        spoken(award, award.id + "-report", day),
        new Report(award.fund.id(), award.id, award.since.atDay(1), day));
    if (dice.percent(70)) {
      desk.write(
          REPORTED,
          spoken(award, award.id + "-outcome", day),
          new Outcome(
              award.fund.id(),
              award.id,
              "people-helped",
              PIECES,
              Amount.ofUnits(dice.between(4, 400)),
              award.recipient));
    }
  }

  private Header spoken(Award award, String id, LocalDate day) {
    return Header.of(id, award.speaker(desk.card.id())).happened(day);
  }
}
