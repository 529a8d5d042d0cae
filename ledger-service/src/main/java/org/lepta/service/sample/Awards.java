package org.lepta.service.sample;

import static org.lepta.service.sample.Desk.Part.DECIDED;
import static org.lepta.service.sample.FundCard.EUR;
import static org.lepta.service.sample.FundCard.HOURS;
import static org.lepta.service.sample.FundCard.RUB;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lepta.ledger.entry.Grant;
import org.lepta.ledger.entry.Party;
import org.lepta.ledger.entry.Tranche;
import org.lepta.ledger.money.Amount;
import org.lepta.ledger.money.Unit;
import org.lepta.service.submission.PlainText;

/** The grants of one foundation: what is awarded when, out of what is free. */
final class Awards {

  private static final Map<Unit, Amount> LEAST =
      Map.of(RUB, Amount.ofUnits(20_000), EUR, Amount.ofUnits(400), HOURS, Amount.ofUnits(12));
  private static final Map<Unit, Amount> MOST =
      Map.of(RUB, Amount.ofUnits(600_000), EUR, Amount.ofUnits(9_000), HOURS, Amount.ofUnits(90));

  /** The months in which grants are awarded: the second to the twenty-second. */
  private static final int MONTHS = 22;

  private final Desk desk;
  private final Dice dice;
  private final Payments payments;
  private final List<Award> all = new ArrayList<>();
  private int numbered;

  private record Pot(FundCard fund, Unit unit) {}

  Awards(Desk desk, Payments payments) {
    this.desk = desk;
    this.dice = desk.dice;
    this.payments = payments;
  }

  List<Award> all() {
    return all;
  }

  /**
   * Awards as many grants as are due by now, as far as money is free, and pays what is due.
   *
   * @param number of the month, from 0
   */
  void month(int number, YearMonth month, boolean last) {
    int goal = desk.card.grants() * Math.min(number, MONTHS) / MONTHS;
    while (all.size() < goal) {
      List<Pot> pots = pots();
      if (pots.isEmpty()) {
        break;
      }
      award(dice.pick(pots), month);
    }
    for (Award award : List.copyOf(all)) {
      if (!award.scripted
          && !award.closed
          && !award.isWhollyReleased()
          && !month.isBefore(award.due)) {
        payments.next(award, month, !last || dice.percent(50));
      }
    }
  }

  /** The funds and units with enough free for a grant and some more. */
  private List<Pot> pots() {
    List<Pot> pots = new ArrayList<>();
    for (FundCard fund : desk.card.funds()) {
      for (Unit unit : fund.units()) {
        if (free(fund, unit).covers(least(unit).plus(least(unit)))) {
          pots.add(new Pot(fund, unit));
        }
      }
    }
    return pots;
  }

  private static Amount least(Unit unit) {
    return Objects.requireNonNull(LEAST.get(unit));
  }

  private Amount free(FundCard fund, Unit unit) {
    return desk.book.free(fund.id(), unit);
  }

  private void award(Pot pot, YearMonth month) {
    Amount share = Sums.percent(free(pot.fund(), pot.unit()), dice.between(15, 40));
    award(pot.fund(), pot.unit(), share, month);
  }

  /** Awards about this much, within what grants usually are. */
  void award(FundCard fund, Unit unit, Amount about, YearMonth month) {
    Amount amount =
        Sums.floor(about.min(Objects.requireNonNull(MOST.get(unit))), Sums.step(unit))
            .max(least(unit));
    boolean individual = !unit.equals(HOURS) && dice.percent(4);
    Party recipient =
        individual
            ? Party.person(dice.hash("grantee"))
            : Party.organisation(dice.pick(desk.card.grantees()).id());
    List<Tranche> tranches = individual ? List.of() : Terms.draw(dice, amount, month);
    YearMonth due = tranches.isEmpty() ? month.plusMonths(1) : month;
    Award award = new Award(nextId(), fund, unit, recipient, false, month, due, amount, tranches);
    Projects.Project project = dice.pick(unit.equals(HOURS) ? Projects.HOURS : Projects.RUB_OR_EUR);
    List<PlainText> texts = new ArrayList<>();
    if (individual) {
      texts.addAll(Projects.INDIVIDUAL.as("title"));
    } else {
      texts.addAll(project.title().with(dice.pick(Projects.PLACES)).as("title"));
      texts.addAll(project.description().as("description"));
    }
    write(award, null, dice.day(month, 1, 10), texts);
  }

  /** Awards a grant in one piece that the script will move. */
  Award scripted(
      FundCard fund,
      Unit unit,
      Amount amount,
      Party recipient,
      @Nullable String toFund,
      YearMonth month,
      List<PlainText> texts) {
    Award award = new Award(nextId(), fund, unit, recipient, true, month, month, amount, List.of());
    write(award, toFund, month.atDay(3), texts);
    return award;
  }

  private String nextId() {
    return "%s-grant-%03d".formatted(desk.card.id(), ++numbered);
  }

  private void write(Award award, @Nullable String toFund, LocalDate day, List<PlainText> texts) {
    all.add(award);
    desk.write(
        DECIDED,
        desk.decision(award.id, day),
        new Grant(
            award.fund.id(),
            award.unit,
            award.amount,
            award.recipient,
            toFund,
            award.tranches,
            day,
            day.plusMonths(10),
            null),
        texts);
  }
}
