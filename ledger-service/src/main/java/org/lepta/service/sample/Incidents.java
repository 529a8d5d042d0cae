package org.lepta.service.sample;

import static org.lepta.service.sample.Desk.Part.DECIDED;
import static org.lepta.service.sample.Desk.Part.RECEIVED;
import static org.lepta.service.sample.Desk.Part.SETTLED;
import static org.lepta.service.sample.FundCard.RUB;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lepta.ledger.entry.Correction;
import org.lepta.ledger.entry.Donation;
import org.lepta.ledger.entry.Entry;
import org.lepta.ledger.entry.Flow;
import org.lepta.ledger.entry.Opening;
import org.lepta.ledger.entry.Party;
import org.lepta.ledger.entry.Refund;
import org.lepta.ledger.entry.SpendClass;
import org.lepta.ledger.entry.TransferIn;
import org.lepta.ledger.entry.TransferOut;
import org.lepta.ledger.money.Amount;
import org.lepta.ledger.money.Unit;

/** What does not happen every month, by script: two years in which much goes right and some not. */
final class Incidents {

  private final House house;
  private final Desk desk;
  private @Nullable Entry largeGift;
  private @Nullable Entry wrongCost;
  private @Nullable Entry regretted;

  Incidents(House house) {
    this.house = house;
    this.desk = house.desk();
  }

  /** The part of a month that comes before its gifts by chance. */
  void before(int number, YearMonth month) {
    if (desk.card.equals(Cast.PIER) && number == 0) {
      opening("general", RUB, 250_000, month);
    } else if (desk.card.equals(Cast.LANTERN) && number == 0) {
      opening("general", FundCard.EUR, 4_000, month);
    } else if (desk.card.equals(Cast.PIER) && number == 14) {
      lateFact(month);
    } else if (desk.card.equals(Cast.ORCHARD) && number == 9) {
      largeGift =
          house
              .gifts()
              .organisation(
                  month.atDay(2), desk.card.fund("schools"), RUB, Amount.ofUnits(900_000));
    } else if (desk.card.equals(Cast.ORCHARD) && number == 10) {
      house
          .gifts()
          .organisation(month.atDay(4), desk.card.fund("orchards"), RUB, Amount.ofUnits(1_200_000));
    }
    if (number == 5) {
      FundCard fund = desk.card.funds().getFirst();
      Unit unit = fund.units().getFirst();
      regretted = house.gifts().person(month.atDay(9), fund, unit, Amount.ofUnits(300));
    }
  }

  /** The part of a month that comes between its fees and its decisions. */
  void between(int number, YearMonth month) {
    if (number == 6) {
      refund(Objects.requireNonNull(regretted), "donor-request", month.atDay(5), REGRET);
    }
    if (desk.card.equals(Cast.PIER)) {
      pier(number, month);
    } else if (desk.card.equals(Cast.ORCHARD)) {
      orchard(number, month);
    } else if (number == 9) {
      enteredTwice(month);
    }
    if (number == 4 || number == 10 || number == 16) {
      withoutRelease(month);
    }
  }

  private void pier(int number, YearMonth month) {
    if (number == 7) {
      wrongCost =
          house
              .costs()
              .own(
                  desk.card.id() + "-cost-boiler",
                  SpendClass.PROGRAMME,
                  BOILER,
                  Amount.ofUnits(54_000),
                  month.atDay(16));
    } else if (number == 8) {
      correct(Objects.requireNonNull(wrongCost), "wrong-amount", month.atDay(3), DIGITS);
      house
          .costs()
          .own(
              desk.card.id() + "-cost-boiler-restated",
              SpendClass.PROGRAMME,
              BOILER,
              Amount.ofUnits(45_000),
              month.atDay(3));
    } else if (number == 12) {
      FundCard general = desk.card.fund("general");
      Amount half = Sums.percent(desk.book.free(general.id(), RUB), 40);
      transfer(
          "warm-home",
          general,
          desk.card.fund("warm-home"),
          Sums.floor(half, 1_000),
          month,
          FOR_HEAT);
    }
  }

  private void orchard(int number, YearMonth month) {
    FundCard schools = desk.card.fund("schools");
    if (number == 9) {
      // Nearly all is awarded, so that the chargeback after it leaves the fund short.
      while (desk.book.free(schools.id(), RUB).covers(Amount.ofUnits(100_000))) {
        Amount most = Sums.percent(desk.book.free(schools.id(), RUB), 70);
        house.awards().award(schools, RUB, most, month);
      }
    } else if (number == 10) {
      refund(Objects.requireNonNull(largeGift), "chargeback", month.atDay(12), CHARGEBACK);
      Amount missing = desk.book.free(schools.id(), RUB).negated().max(Amount.ZERO);
      Amount cover = Sums.floor(missing, 1_000).plus(Amount.ofUnits(20_000));
      transfer("schools", desk.card.fund("orchards"), schools, cover, month, TO_COVER);
    }
  }

  private void opening(String fund, Unit unit, int units, YearMonth month) {
    desk.write(
        RECEIVED,
        desk.fact(desk.card.id() + "-opening", month.atDay(1)),
        new Opening(desk.card.fund(fund).id(), unit, Amount.ofUnits(units)));
  }

  /** A gift that lay unnoticed in a bank statement for half a year. */
  private void lateFact(YearMonth month) {
    desk.write(
        RECEIVED,
        desk.fact(desk.nextGiftId(), month.minusMonths(6).atDay(11)).booked(month.atDay(1)),
        new Donation(
            desk.card.fund("winter-shelter").id(),
            RUB,
            Amount.ofUnits(7_500),
            Party.person(desk.dice.hash("donor")),
            null,
            null,
            null),
        LATE.as("reason"));
  }

  private void refund(Entry gift, String reason, LocalDate day, Bilingual text) {
    Donation donation = (Donation) gift.body();
    desk.write(
        SETTLED,
        desk.fact(gift.id() + "-refund", day),
        new Refund(donation.fund(), donation.unit(), donation.amount(), gift.id(), reason, null),
        text.as("reason"));
  }

  private void enteredTwice(YearMonth month) {
    FundCard fund = desk.card.fund("libraries");
    Entry twin = house.gifts().person(month.atDay(6), fund, FundCard.EUR, Amount.ofUnits(75));
    correct(twin, "entered-twice", month.atDay(8), TWICE);
  }

  private void correct(Entry target, String reason, LocalDate day, Bilingual text) {
    desk.write(
        SETTLED,
        desk.fact(target.id() + "-correction", day),
        new Correction(target.id(), reason, (Flow) target.body()),
        text.as("reason"));
  }

  private void transfer(
      String name, FundCard from, FundCard to, Amount amount, YearMonth month, Bilingual text) {
    String id = desk.card.id() + "-transfer-" + name;
    LocalDate day = month.atDay(26);
    desk.write(
        SETTLED,
        desk.decision(id + "-out", day),
        new TransferOut(from.id(), RUB, amount, to.id(), id + "-in", "board-decision"),
        text.as("reason"));
    desk.write(
        SETTLED,
        desk.decision(id + "-in", day),
        new TransferIn(to.id(), RUB, amount, from.id(), id + "-out", "board-decision"),
        text.as("reason"));
  }

  /** A small urgent payment straight from what is free, which the ledger flags. */
  private void withoutRelease(YearMonth month) {
    for (Award award : house.awards().all()) {
      Amount amount = Sums.floor(Sums.percent(award.amount, 10), 1);
      if (!award.scripted
          && !award.closed
          && award.recipient.org() != null
          && desk.book.free(award.fund.id(), award.unit).covers(amount.plus(amount))) {
        house
            .payments()
            .payment(award, award.id + "-urgent-" + month, null, amount, month.atDay(7), DECIDED);
        return;
      }
    }
  }

  private static final Bilingual REGRET =
      new Bilingual(
          "Жертвователь попросил вернуть взнос в течение месяца.",
          "The giver asked for the gift back within a month.");
  private static final Bilingual CHARGEBACK =
      new Bilingual(
          "Банк отозвал перевод: плательщик оспорил его.",
          "The bank took the payment back: the payer disputed it.");
  private static final Bilingual TO_COVER =
      new Bilingual(
          "Решение правления: покрыть недостачу после отзыва крупного взноса.",
          "Board decision: cover the shortage after a large gift was charged back.");
  private static final Bilingual FOR_HEAT =
      new Bilingual(
          "Решение правления: часть общего фонда — на отопительный сезон.",
          "Board decision: part of the general fund goes to the heating season.");
  private static final Bilingual BOILER =
      new Bilingual("Осмотр котлов перед зимой", "Inspection of boilers before winter");
  private static final Bilingual DIGITS =
      new Bilingual(
          "Переставлены цифры: 54 000 вместо 45 000.", "Digits swapped: 54,000 for 45,000.");
  private static final Bilingual TWICE =
      new Bilingual("Взнос внесён дважды.", "The gift was entered twice.");
  private static final Bilingual LATE =
      new Bilingual(
          "Найдено при сверке с банковской выпиской за прошлое полугодие.",
          "Found when the bank statement of the past half-year was checked.");
}
