package org.lepta.service.audit;

import java.util.ArrayList;
import java.util.List;
import org.lepta.ledger.entry.Entry;
import org.lepta.ledger.entry.Epoch;
import org.lepta.ledger.entry.Flow;
import org.lepta.ledger.entry.FundMode;
import org.lepta.ledger.entry.Hash;
import org.lepta.ledger.entry.Header;
import org.lepta.ledger.rule.Placement;
import org.lepta.service.testing.RandomEntries;
import org.lepta.service.testing.Samples;

/** A ledger of random entries, taken or refused by the rules in transactions of a few. */
final class RandomLedger {

  private RandomLedger() {}

  static AuditLedger of(long seed, int entries, int version) {
    AuditLedger ledger = AuditLedger.started(Samples.genesis("KeeperMSP", version));
    ledger.mustDecide(Samples.KEEPER, RandomEntries.registered().toArray(Entry[]::new));
    RandomEntries random = new RandomEntries(seed);
    for (int i = 0; i < entries; i += 7) {
      ledger.today = ledger.today.plusDays(i % 3);
      take(ledger, random.next(7));
      if (version == 1 && i == entries / 14 * 7) {
        ledger.mustDecide(
            Samples.KEEPER,
            new Entry(
                Header.of("rules-2", Samples.KEEPER),
                new Epoch(2, 2, null, "old.example", 5L, new Hash("0".repeat(64)))));
      }
    }
    return ledger;
  }

  static void take(AuditLedger ledger, Entry... entries) {
    List<Entry> batch = new ArrayList<>();
    List<Entry> lane = new ArrayList<>();
    for (Entry entry : entries) {
      boolean managed =
          entry.body() instanceof Flow flow && RandomEntries.MANAGED.contains(flow.fund());
      FundMode mode = managed ? FundMode.MANAGED : FundMode.REPORTED;
      (Placement.of(entry.body(), mode) == Placement.LANE ? lane : batch).add(entry);
    }
    ledger.record(Samples.KEEPER, batch);
    ledger.decide(Samples.KEEPER, lane);
  }
}
