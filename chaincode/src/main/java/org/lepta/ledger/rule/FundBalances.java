package org.lepta.ledger.rule;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.lepta.ledger.entry.Account;
import org.lepta.ledger.entry.Posting;
import org.lepta.ledger.money.Amount;
import org.lepta.ledger.money.Unit;

/**
 * The sealed balances of a managed fund, as its key in the world state holds them.
 *
 * @param units one balance per unit that was ever used, in the order of units
 */
public record FundBalances(List<UnitBalance> units) {

  public FundBalances {
    units = StateLists.copy(units);
  }

  static FundBalances empty() {
    return new FundBalances(List.of());
  }

  /** The balance in a unit; zero if it was never used. */
  public UnitBalance of(Unit unit) {
    return units.stream()
        .filter(balance -> balance.unit().equals(unit))
        .findFirst()
        .orElseGet(() -> UnitBalance.zero(unit));
  }

  /**
   * With all postings to the fund's own accounts applied.
   *
   * @throws RefusedException with OVERFLOW
   */
  FundBalances plus(List<Posting> postings) {
    FundBalances sum = this;
    for (Posting posting : postings) {
      if (posting.account().isInside() && posting.account() != Account.HELD) {
        sum = sum.with(sum.add(posting));
      }
    }
    return sum;
  }

  FundBalances plusFree(Unit unit, Amount amount) {
    return plus(List.of(new Posting(Account.FREE, unit, amount, null)));
  }

  private UnitBalance add(Posting posting) {
    try {
      return of(posting.unit()).plus(posting);
    } catch (ArithmeticException e) {
      throw new RefusedException(Code.OVERFLOW, "balance");
    }
  }

  private FundBalances with(UnitBalance changed) {
    List<UnitBalance> all = new ArrayList<>(units);
    all.removeIf(balance -> balance.unit().equals(changed.unit()));
    all.add(changed);
    all.sort(Comparator.comparing(UnitBalance::unit));
    return new FundBalances(all);
  }
}
