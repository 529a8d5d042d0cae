package org.lepta.service.sample;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.lepta.ledger.entry.Condition;
import org.lepta.ledger.entry.ConditionType;
import org.lepta.ledger.entry.Tranche;
import org.lepta.ledger.money.Amount;

/** In which parts, and under which conditions, a grant is paid. */
final class Terms {

  private static final Condition MILESTONE = new Condition(ConditionType.MILESTONE, null, null);
  private static final Condition CONFIRMATION =
      new Condition(ConditionType.CONFIRMATION, null, null);

  private Terms() {}

  /** One piece, or two or three tranches two months apart. */
  static List<Tranche> draw(Dice dice, Amount amount, YearMonth month) {
    return switch (dice.below(5)) {
      case 0 -> List.of();
      case 1 -> tranches(amount, month, List.of(60, 40), List.of(date(month), evidence(1)));
      case 2 -> tranches(amount, month, List.of(50, 50), List.of(List.of(), List.of(CONFIRMATION)));
      case 3 ->
          tranches(
              amount,
              month,
              List.of(40, 40, 20),
              List.of(List.of(), List.of(MILESTONE), List.of(CONFIRMATION)));
      default ->
          tranches(
              amount,
              month,
              List.of(50, 30, 20),
              List.of(
                  date(month),
                  List.of(date(month.plusMonths(2)).getFirst(), evidence(2).getFirst()),
                  List.of(MILESTONE)));
    };
  }

  private static List<Condition> date(YearMonth month) {
    return List.of(new Condition(ConditionType.DATE, month.atDay(1), null));
  }

  private static List<Condition> evidence(int count) {
    return List.of(new Condition(ConditionType.EVIDENCE, null, count));
  }

  private static List<Tranche> tranches(
      Amount amount, YearMonth month, List<Integer> percent, List<List<Condition>> conditions) {
    List<Tranche> all = new ArrayList<>();
    Amount rest = amount;
    for (int i = 0; i < percent.size(); i++) {
      boolean last = i == percent.size() - 1;
      Amount part = last ? rest : Sums.floor(Sums.percent(amount, percent.get(i)), 1);
      rest = rest.minus(part);
      all.add(new Tranche(i + 1, part, month.plusMonths(2L * i).atDay(20), conditions.get(i)));
    }
    return all;
  }
}
