package org.lepta.service.command.bench;

import java.util.List;
import org.lepta.ledger.entry.Body;
import org.lepta.ledger.entry.Donation;
import org.lepta.ledger.entry.Entry;
import org.lepta.ledger.entry.Fund;
import org.lepta.ledger.entry.FundMode;
import org.lepta.ledger.entry.Grant;
import org.lepta.ledger.entry.Hash;
import org.lepta.ledger.entry.Header;
import org.lepta.ledger.entry.Release;
import org.lepta.ledger.money.Amount;
import org.lepta.ledger.money.Unit;

/** The entries that are recorded to measure, stated by one organisation. Stateless. */
record BenchEntries(String organisation) {
  static final Unit EUR = new Unit("EUR");

  private static final Hash PAYEE = new Hash("ab".repeat(32));

  Entry entry(String id, Body body) {
    return new Entry(Header.of(id, organisation), body);
  }

  String id(String name) {
    return organisation + '/' + name;
  }

  Entry fund(String id, FundMode mode) {
    List<Unit> units = mode == FundMode.MANAGED ? List.of(EUR) : List.of();
    return entry(id, Fund.of(organisation, mode, units, List.of()));
  }

  Entry gift(String id, String fund, String amount) {
    return entry(id, new Donation(fund, EUR, Amount.parse(amount), null, null, null, null));
  }

  Entry grant(String id, String fund, String amount) {
    return entry(
        id, new Grant(fund, EUR, Amount.parse(amount), null, null, List.of(), null, null, null));
  }

  Entry release(String id, String fund, String grant, String amount) {
    return entry(id, new Release(fund, EUR, Amount.parse(amount), grant, null, PAYEE));
  }
}
