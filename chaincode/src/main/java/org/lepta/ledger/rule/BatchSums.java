package org.lepta.ledger.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.lepta.ledger.entry.Account;
import org.lepta.ledger.entry.Posting;
import org.lepta.ledger.money.Amount;
import org.lepta.ledger.money.Unit;

/** What a batch adds to the free balances of managed funds; never negative. */
public record BatchSums(List<FundSum> sums) {

  /** What it adds to one fund in one unit. */
  public record FundSum(String fund, Unit unit, Amount free) {}

  public BatchSums {
    sums = StateLists.copy(sums);
  }

  /** Adds up postings by fund and unit, in the order of funds and units. */
  static final class Builder {

    private final TreeMap<String, TreeMap<Unit, Amount>> sums = new TreeMap<>();

    void add(String fund, List<Posting> postings) {
      for (Posting posting : postings) {
        if (posting.account() == Account.FREE) {
          TreeMap<Unit, Amount> units = sums.computeIfAbsent(fund, f -> new TreeMap<>());
          Amount before = units.getOrDefault(posting.unit(), Amount.ZERO);
          units.put(posting.unit(), Exact.of(() -> before.plus(posting.amount())));
        }
      }
    }

    BatchSums build() {
      List<FundSum> all = new ArrayList<>();
      for (Map.Entry<String, TreeMap<Unit, Amount>> fund : sums.entrySet()) {
        fund.getValue().forEach((unit, free) -> all.add(new FundSum(fund.getKey(), unit, free)));
      }
      return new BatchSums(all);
    }
  }
}
