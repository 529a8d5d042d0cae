package org.lepta.service.sample;

import static org.lepta.service.sample.Desk.Part.RECEIVED;
import static org.lepta.service.sample.Desk.Part.SETTLED;
import static org.lepta.service.sample.FundCard.RUB;

import java.time.LocalDate;
import java.time.YearMonth;
import org.lepta.ledger.entry.Entry;
import org.lepta.ledger.entry.Expenditure;
import org.lepta.ledger.entry.Income;
import org.lepta.ledger.entry.IncomeType;
import org.lepta.ledger.entry.Party;
import org.lepta.ledger.entry.SpendClass;
import org.lepta.ledger.money.Amount;
import org.lepta.ledger.money.Unit;

/** A foundation's own cost and the interest on what it holds. */
final class Costs {

  private static final Bilingual RUNNING =
      new Bilingual("Бухгалтерия, связь и хостинг", "Bookkeeping, telephone and hosting");
  private static final Bilingual FUNDRAISING =
      new Bilingual("Печать листовок и рассылка", "Printing of leaflets and mailing");
  private static final Bilingual PROGRAMME =
      new Bilingual("Выезд на место и оценка заявок", "Visits and assessment of applications");

  private final Desk desk;
  private final FundCard fund;
  private final Unit unit;

  Costs(Desk desk) {
    this.desk = desk;
    this.fund = desk.card.fund("general");
    this.unit = fund.units().getFirst();
  }

  /** A month's own cost, as far as there is money; interest at the end of each quarter. */
  void month(int number, YearMonth month) {
    String id = desk.card.id() + "-cost-" + month;
    int base = unit.equals(RUB) ? 100 : 1;
    if (number % 3 == 2) {
      desk.write(
          RECEIVED,
          desk.fact(desk.card.id() + "-interest-" + month, month.atEndOfMonth()),
          new Income(
              fund.id(),
              unit,
              hundredths(base * desk.dice.between(900, 4_800)),
              IncomeType.INTEREST));
      own(id + "-fundraising", SpendClass.FUNDRAISING, FUNDRAISING, base * 21_000, month);
    }
    own(id + "-running", SpendClass.RUNNING, RUNNING, base * 29_000, month);
    if (number % 6 == 4) {
      own(id + "-programme", SpendClass.PROGRAMME, PROGRAMME, base * 24_000, month);
    }
  }

  private void own(
      String id, SpendClass spendClass, Bilingual purpose, int about, YearMonth month) {
    Amount amount = hundredths(about + desk.dice.below(about));
    if (desk.book.free(fund.id(), unit).covers(amount.plus(amount))) {
      own(id, spendClass, purpose, amount, month.atDay(28));
    }
  }

  Entry own(String id, SpendClass spendClass, Bilingual purpose, Amount amount, LocalDate day) {
    return desk.write(
        SETTLED,
        desk.fact(id, day),
        new Expenditure(
            fund.id(),
            unit,
            amount,
            spendClass,
            null,
            Party.organisation(desk.dice.pick(Cast.VENDORS).id()),
            desk.dice.hash("invoice"),
            null),
        purpose.as("description"));
  }

  private static Amount hundredths(int count) {
    return new Amount(count * 100L);
  }
}
