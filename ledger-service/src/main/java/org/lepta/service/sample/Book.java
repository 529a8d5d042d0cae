package org.lepta.service.sample;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lepta.ledger.entry.Account;
import org.lepta.ledger.entry.Flow;
import org.lepta.ledger.entry.FundMode;
import org.lepta.ledger.entry.Posting;
import org.lepta.ledger.money.Amount;
import org.lepta.ledger.money.Unit;
import org.lepta.ledger.rule.Postings;

/** The balances as the ledger will have them, so that every decision is covered. */
final class Book {

  private record Place(String fund, Unit unit, Account account, String grant) {}

  private final Map<Place, Amount> balances = new HashMap<>();

  void add(Flow flow) {
    List<Posting> postings = Postings.of(flow, FundMode.MANAGED);
    for (Posting p : postings) {
      Place place =
          new Place(flow.fund(), p.unit(), p.account(), p.grant() == null ? "" : p.grant());
      balances.merge(place, p.amount(), Amount::plus);
    }
  }

  /** What decisions may still spend; negative while the fund is short. */
  Amount free(String fund, Unit unit) {
    return balance(new Place(fund, unit, Account.FREE, ""));
  }

  /** What the grantee holds of a grant. */
  Amount held(String fund, Unit unit, String grant) {
    return balance(new Place(fund, unit, Account.HELD, grant));
  }

  private Amount balance(Place place) {
    return balances.getOrDefault(place, Amount.ZERO);
  }
}
