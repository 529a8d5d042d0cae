package org.lepta.service.audit;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.lepta.ledger.entry.Account;
import org.lepta.ledger.money.Amount;
import org.lepta.service.indexing.LeafState;
import org.lepta.service.indexing.read.Totals;

/**
 * The identity of docs/reference/postings section 3: what the kinds of a fund add up to equals the
 * balances that its postings left in the fund's own accounts.
 */
final class IdentityCheck {

  private record FundUnit(String fund, String unit) implements Comparable<FundUnit> {
    @Override
    public int compareTo(FundUnit other) {
      int funds = fund.compareTo(other.fund);
      return funds == 0 ? unit.compareTo(other.unit) : funds;
    }
  }

  private IdentityCheck() {}

  static Optional<Difference> check(FigureFold figures, LeafState state) {
    Map<FundUnit, BigDecimal> left = new TreeMap<>();
    for (String fund : figures.funds()) {
      for (Totals line : figures.fund(fund)) {
        left.merge(new FundUnit(fund, line.unit()), inside(line), BigDecimal::add);
      }
    }
    state
        .balances()
        .forEach((key, amount) -> {
          if (key.account() != Account.HELD) {
            BigDecimal balance = new Amount(amount).toBigDecimal();
            left.merge(
                new FundUnit(key.fund(), key.unit().code()), balance.negate(), BigDecimal::add);
          }
        });
    return left.entrySet().stream()
        .filter(entry -> entry.getValue().signum() != 0)
        .findFirst()
        .map(entry ->
            Difference.of(
                Check.IDENTITY,
                "fund %s in %s: kinds and postings differ by %s"
                    .formatted(
                        entry.getKey().fund(),
                        entry.getKey().unit(),
                        entry.getValue().toPlainString())));
  }

  /** What is in the fund: everything that came in less everything that left. */
  private static BigDecimal inside(Totals t) {
    return t.opened()
        .add(t.donated())
        .add(t.income())
        .add(t.transferredIn())
        .add(t.exchangedIn())
        .add(t.returned())
        .subtract(t.refunded())
        .subtract(t.transferredOut())
        .subtract(t.exchangedOut())
        .subtract(t.disbursed())
        .subtract(t.spent());
  }
}
