package org.lepta.service.audit;

import static org.lepta.service.testing.Samples.KEEPER;
import static org.lepta.service.testing.Samples.RUB;

import java.util.ArrayList;
import java.util.List;
import org.lepta.ledger.entry.Amendment;
import org.lepta.ledger.entry.AmendmentReason;
import org.lepta.ledger.entry.ApprovalBand;
import org.lepta.ledger.entry.Assessment;
import org.lepta.ledger.entry.AssessmentResult;
import org.lepta.ledger.entry.Body;
import org.lepta.ledger.entry.Condition;
import org.lepta.ledger.entry.ConditionType;
import org.lepta.ledger.entry.Confirmation;
import org.lepta.ledger.entry.Correction;
import org.lepta.ledger.entry.Disbursement;
import org.lepta.ledger.entry.Donation;
import org.lepta.ledger.entry.Draw;
import org.lepta.ledger.entry.Entry;
import org.lepta.ledger.entry.Epoch;
import org.lepta.ledger.entry.Expenditure;
import org.lepta.ledger.entry.Fee;
import org.lepta.ledger.entry.Fund;
import org.lepta.ledger.entry.FundMode;
import org.lepta.ledger.entry.Grant;
import org.lepta.ledger.entry.Hash;
import org.lepta.ledger.entry.Header;
import org.lepta.ledger.entry.Income;
import org.lepta.ledger.entry.IncomeType;
import org.lepta.ledger.entry.LogKey;
import org.lepta.ledger.entry.Member;
import org.lepta.ledger.entry.Opening;
import org.lepta.ledger.entry.Organisation;
import org.lepta.ledger.entry.Outcome;
import org.lepta.ledger.entry.Party;
import org.lepta.ledger.entry.PassOn;
import org.lepta.ledger.entry.Publication;
import org.lepta.ledger.entry.Refund;
import org.lepta.ledger.entry.Release;
import org.lepta.ledger.entry.Report;
import org.lepta.ledger.entry.Return;
import org.lepta.ledger.entry.RuleCard;
import org.lepta.ledger.entry.SpendClass;
import org.lepta.ledger.entry.Tranche;
import org.lepta.ledger.entry.TransferIn;
import org.lepta.ledger.entry.TransferOut;
import org.lepta.ledger.entry.Withdrawal;
import org.lepta.ledger.money.Amount;
import org.lepta.service.testing.RandomEntries;
import org.lepta.service.testing.Samples;
import org.lepta.service.testing.TestPasskey;

/**
 * One ledger for the authors of other auditors: every kind that the rules take, in both versions,
 * and random entries between. The keys of people are new each time, all else is seeded.
 */
final class ConformanceLedger {

  static final int SIZE = 2_000;
  private static final String SECOND = "XI-TEST-SECOND";
  private static final Hash HASH = new Hash("b".repeat(64));
  private static final Party GRANTEE = Party.organisation(RandomEntries.GRANTEE);

  private final AuditLedger ledger = AuditLedger.started(Samples.genesis("KeeperMSP", 1));
  private final RandomEntries random = new RandomEntries(20_261_126);

  private ConformanceLedger() {}

  static AuditLedger make() {
    ConformanceLedger all = new ConformanceLedger();
    all.ledger.mustDecide(KEEPER, RandomEntries.registered().toArray(Entry[]::new));
    all.ledger.mustDecide(
        KEEPER, entry(SECOND, new Organisation(null)), entry(SECOND, new Member("SecondMSP")));
    all.everyKind("a");
    all.fill(SIZE / 2);
    all.ledger.mustDecide(
        KEEPER, entry("rules-2", new Epoch(2, 2, null, "old.example/log", 100L, HASH)));
    all.everyKind("b");
    all.onlySecond();
    all.fill(SIZE - 7);
    all.end();
    return all.ledger;
  }

  private static Entry entry(String id, Body body) {
    return new Entry(Header.of(id, KEEPER), body);
  }

  private static Amount amount(String text) {
    return Amount.parse(text);
  }

  private void everyKind(String name) {
    String fund = name + "-fund";
    TestPasskey anna = new TestPasskey("device-" + name + "-1", "person-" + name + "-1", KEEPER);
    TestPasskey boris = new TestPasskey("device-" + name + "-2", "person-" + name + "-2", KEEPER);
    ledger.mustDecide(
        KEEPER,
        entry(fund, managed(2)),
        entry(name + "-other", managed(0)),
        entry(name + "-card", new RuleCard(fund, HASH, ledger.today)),
        entry(name + "-key", new LogKey("log.example+6b6b8a8d+AQIDBA==", null)),
        anna.registration(),
        boris.registration());
    raise(name, fund);
    grant(name, fund, anna, boris);
    lower(name, fund);
    notes(name, fund);
  }

  private static Fund managed(int approvals) {
    List<ApprovalBand> bands = List.of(new ApprovalBand(null, null, approvals, List.of()));
    return new Fund(
        KEEPER,
        FundMode.MANAGED,
        List.of(RUB),
        null,
        null,
        null,
        null,
        null,
        bands,
        null,
        null,
        null,
        List.of());
  }

  private void raise(String name, String fund) {
    ledger.mustRecord(
        KEEPER,
        entry(name + "-opening", new Opening(fund, RUB, amount("100"))),
        entry(name + "-gift", new Donation(fund, RUB, amount("1000.5"), GRANTEE, null, null, null)),
        entry(name + "-income", new Income(fund, RUB, amount("0.0001"), IncomeType.OTHER)));
  }

  private void grant(String name, String fund, TestPasskey anna, TestPasskey boris) {
    Tranche dated =
        new Tranche(
            1,
            amount("60"),
            null,
            List.of(
                new Condition(ConditionType.DATE, ledger.today, null),
                new Condition(ConditionType.EVIDENCE, null, 1)));
    Tranche judged =
        new Tranche(
            2,
            amount("40"),
            null,
            List.of(
                new Condition(ConditionType.MILESTONE, null, null),
                new Condition(ConditionType.CONFIRMATION, null, null)));
    String grant = name + "-grant";
    Entry first = release(name + "-release-1", fund, grant, "60", 1);
    Entry second = release(name + "-release-2", fund, grant, "40", 2);
    ledger.mustDecide(
        KEEPER,
        entry(
            grant,
            new Grant(
                fund, RUB, amount("100"), GRANTEE, null, List.of(dated, judged), null, null, null)),
        anna.approve(name + "-approval-1", first),
        boris.approve(name + "-approval-2", first),
        first,
        entry(name + "-payment", payment(fund, grant, name + "-release-1")),
        entry(name + "-met", new Assessment(fund, null, grant, 2, AssessmentResult.MET)),
        entry(
            name + "-arrived",
            new Confirmation(
                fund, "disbursement:" + name + "-payment", RUB, amount("50"), GRANTEE, grant, 1)),
        anna.approve(name + "-approval-3", second),
        boris.approve(name + "-approval-4", second),
        second);
  }

  private static Disbursement payment(String fund, String grant, String release) {
    return new Disbursement(fund, RUB, amount("50"), grant, release, GRANTEE, null, null, null);
  }

  private static Entry release(String id, String fund, String grant, String amount, int tranche) {
    return new Entry(
        Header.of(id, KEEPER).by("recorder-0001").proven(List.of(HASH)),
        new Release(fund, RUB, amount(amount), grant, tranche, HASH));
  }

  private void lower(String name, String fund) {
    String grant = name + "-plain";
    ledger.mustDecide(
        KEEPER,
        entry(name + "-fee", new Fee(fund, RUB, amount("1.5"), name + "-gift", null)),
        entry(
            name + "-refund",
            new Refund(fund, RUB, amount("2"), name + "-gift", "chargeback", null)),
        Samples.grant(grant, fund, "30"),
        entry(
            name + "-more",
            new Amendment(
                fund, RUB, amount("5"), grant, AmendmentReason.MORE, null, null, List.of())),
        entry(
            name + "-cost",
            new Expenditure(fund, RUB, amount("3"), SpendClass.RUNNING, null, null, null, null)),
        entry(
            name + "-out",
            new TransferOut(fund, RUB, amount("10"), name + "-other", name + "-in", "board")),
        entry(
            name + "-in",
            new TransferIn(name + "-other", RUB, amount("10"), fund, name + "-out", "board")),
        entry(
            name + "-wrong",
            new Correction(
                name + "-fee",
                "mistake",
                new Fee(fund, RUB, amount("0.5"), name + "-gift", null))));
  }

  private void notes(String name, String fund) {
    String grant = name + "-grant";
    ledger.mustRecord(
        KEEPER,
        entry(name + "-on", new PassOn(fund, RUB, amount("5"), grant, GRANTEE, null)),
        entry(name + "-back", new Return(fund, RUB, amount("1"), grant, GRANTEE, null)),
        entry(
            name + "-spent",
            new Expenditure(
                fund, RUB, amount("20"), SpendClass.PROGRAMME, grant, null, null, null)),
        entry(name + "-report", new Report(fund, grant, null, null)),
        entry(name + "-text", new Withdrawal(HASH, null)),
        entry(name + "-draw", new Draw(HASH, "audit", fund)),
        entry(name + "-published", new Publication("export", HASH, null)),
        entry(name + "-outcome", new Outcome(fund, grant, "books", RUB, amount("7"), GRANTEE)));
  }

  /** What the first version refuses. */
  private void onlySecond() {
    ledger.mustDecide(SECOND, new Entry(Header.of(SECOND, SECOND), new Organisation("21")));
    ledger.mustDecide(
        SECOND,
        new Entry(
            Header.of(SECOND + "/key", SECOND),
            new LogKey("other.example+6b6b8a8d+AQIDBA==", null)));
    Entry gift = Samples.donation("moved", "b-fund", "12");
    ledger.mustRecord(KEEPER, new Entry(gift.header().movedFrom(41L), gift.body()));
  }

  private void fill(int size) {
    for (int i = 0; ledger.leaves.size() < size; i++) {
      ledger.today = ledger.today.plusDays(i % 2);
      RandomLedger.take(ledger, random.next(Math.min(7, size - ledger.leaves.size())));
    }
  }

  private void end() {
    List<Entry> last = new ArrayList<>();
    while (ledger.leaves.size() + last.size() < SIZE) {
      last.add(Samples.donation("last-" + last.size(), "r1", "1"));
    }
    // The same statement again, in a batch of its own: a repeat.
    ledger.mustRecord(KEEPER, last.removeFirst());
    ledger.mustRecord(KEEPER, Samples.donation("last-0", "r1", "1"));
    last.removeLast();
    ledger.mustRecord(KEEPER, last.toArray(Entry[]::new));
  }
}
