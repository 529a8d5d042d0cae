package org.lepta.service.testing;

import java.time.LocalDate;
import java.util.List;
import org.lepta.ledger.entry.Donation;
import org.lepta.ledger.entry.Entry;
import org.lepta.ledger.entry.Fund;
import org.lepta.ledger.entry.FundMode;
import org.lepta.ledger.entry.Genesis;
import org.lepta.ledger.entry.Grant;
import org.lepta.ledger.entry.Hash;
import org.lepta.ledger.entry.Header;
import org.lepta.ledger.entry.Organisation;
import org.lepta.ledger.entry.Party;
import org.lepta.ledger.money.Amount;
import org.lepta.ledger.money.Unit;
import org.lepta.ledger.rule.Versions;

/** Small entries for tests; every one is complete and valid. */
public final class Samples {

  public static final String KEEPER = "XI-TEST-KEEPER";
  public static final Unit RUB = new Unit("RUB");
  private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

  private Samples() {}

  public static Entry genesis(String msp) {
    return genesis(msp, Versions.RULES);
  }

  /** The genesis entry of a ledger that was started by an older version. */
  public static Entry genesis(String msp, int version) {
    return new Entry(
        Header.of("lepta", KEEPER),
        Genesis.of("lepta", new Hash("0".repeat(64)), version, KEEPER, msp));
  }

  public static Entry organisation(String id) {
    return new Entry(Header.of(id, KEEPER), new Organisation(null));
  }

  public static Entry fund(String id, String owner, FundMode mode) {
    List<Unit> units = mode == FundMode.MANAGED ? List.of(RUB) : List.of();
    return new Entry(
        Header.of(id, owner),
        new Fund(
            owner, mode, units, null, null, null, null, null, List.of(), null, null, null,
            List.of()));
  }

  public static Entry donation(String id, String fund, String amount) {
    return new Entry(
        Header.of(id, KEEPER).happened(DAY),
        new Donation(fund, RUB, Amount.parse(amount), null, null, null, null));
  }

  public static Entry grant(String id, String fund, String amount) {
    return new Entry(
        Header.of(id, KEEPER).decided(DAY),
        new Grant(
            fund,
            RUB,
            Amount.parse(amount),
            Party.organisation("RU-OGRN-1137746072375"),
            null,
            List.of(),
            null,
            null,
            null));
  }
}
