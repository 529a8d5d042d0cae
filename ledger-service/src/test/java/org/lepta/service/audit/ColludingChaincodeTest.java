package org.lepta.service.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lepta.service.testing.Samples.KEEPER;
import static org.lepta.service.testing.Samples.RUB;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.lepta.ledger.entry.ApprovalBand;
import org.lepta.ledger.entry.Body;
import org.lepta.ledger.entry.Condition;
import org.lepta.ledger.entry.ConditionType;
import org.lepta.ledger.entry.Correction;
import org.lepta.ledger.entry.Disbursement;
import org.lepta.ledger.entry.Entry;
import org.lepta.ledger.entry.Fee;
import org.lepta.ledger.entry.Fund;
import org.lepta.ledger.entry.FundMode;
import org.lepta.ledger.entry.Grant;
import org.lepta.ledger.entry.Hash;
import org.lepta.ledger.entry.Header;
import org.lepta.ledger.entry.LogKey;
import org.lepta.ledger.entry.Member;
import org.lepta.ledger.entry.Organisation;
import org.lepta.ledger.entry.Party;
import org.lepta.ledger.entry.Release;
import org.lepta.ledger.entry.Through;
import org.lepta.ledger.entry.Tranche;
import org.lepta.ledger.entry.TransferOut;
import org.lepta.ledger.money.Amount;
import org.lepta.ledger.money.Unit;
import org.lepta.ledger.rule.Code;
import org.lepta.service.testing.Samples;
import org.lepta.service.testing.TestPasskey;

/** A chaincode that takes one decision against its rules: the audit names it by the rule's code. */
final class ColludingChaincodeTest {

  private static final String OTHER = "XI-TEST-OTHER";
  private static final String RECORDER = "recorder-0001";
  private static final Hash ACCOUNT = new Hash("a".repeat(64));
  private static final TestPasskey ANNA = new TestPasskey("device-anna", "person-anna", KEEPER);
  private static final TestPasskey BORIS = new TestPasskey("device-boris", "person-boris", KEEPER);

  @TempDir Path folder;

  /** Honest up to here: 1,000 in the fund, of which 500 are awarded by two grants. */
  private static AuditLedger honest(int version) {
    AuditLedger ledger = AuditLedger.started(Samples.genesis("KeeperMSP", version));
    ledger.mustDecide(
        KEEPER,
        Samples.organisation(KEEPER),
        Samples.organisation(OTHER),
        entry(OTHER, new Member("OtherMSP")),
        entry("m", fund(2)),
        entry("free", fund(0)),
        ANNA.registration(),
        BORIS.registration());
    ledger.mustRecord(KEEPER, Samples.donation("d-1", "m", "1000"));
    ledger.mustRecord(KEEPER, Samples.donation("d-2", "free", "1000"));
    ledger.mustDecide(
        KEEPER,
        Samples.grant("g-1", "m", "100"),
        Samples.grant("g-3", "free", "100"),
        entry("g-2", inTranches()));
    Entry release = release("r-1", "g-1", "40", null);
    ledger.mustDecide(KEEPER, ANNA.approve("v-1", release), BORIS.approve("v-2", release), release);
    ledger.mustDecide(KEEPER, paid("p-1", "15", "r-1"), entry("r-3", freely("g-3", "90")));
    return ledger;
  }

  private static Fund fund(int approvals) {
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

  private static Grant inTranches() {
    List<Tranche> tranches =
        List.of(
            tranche(1, new Condition(ConditionType.DATE, LocalDate.of(2026, 3, 2), null)),
            tranche(2, new Condition(ConditionType.EVIDENCE, null, 2)),
            tranche(3, new Condition(ConditionType.MILESTONE, null, null)),
            tranche(4, new Condition(ConditionType.CONFIRMATION, null, null)));
    return new Grant(
        "m", RUB, amount("400"), Party.organisation(OTHER), null, tranches, null, null, null);
  }

  private static Tranche tranche(int number, Condition condition) {
    return new Tranche(number, amount("100"), null, List.of(condition));
  }

  private static Entry entry(String id, Body body) {
    return new Entry(Header.of(id, KEEPER), body);
  }

  private static Amount amount(String text) {
    return Amount.parse(text);
  }

  private static Release freely(String grant, String amount) {
    return new Release("free", RUB, amount(amount), grant, null, ACCOUNT);
  }

  private static Entry release(String id, String grant, String amount, @Nullable Integer tranche) {
    return new Entry(
        Header.of(id, KEEPER).by(RECORDER),
        new Release("m", RUB, amount(amount), grant, tranche, ACCOUNT));
  }

  private static Entry paid(String id, String amount, String release) {
    return entry(
        id, new Disbursement("m", RUB, amount(amount), "g-1", release, null, null, null, null));
  }

  /** Releases it with both approvals, whatever else is missing. */
  private static Consumer<AuditLedger> approved(Entry release) {
    return ledger -> {
      ledger.mustDecide(KEEPER, ANNA.approve("v-8", release), BORIS.approve("v-9", release));
      ledger.collude(KEEPER, release);
    };
  }

  private static Consumer<AuditLedger> plainly(Entry... entries) {
    return ledger -> ledger.collude(KEEPER, entries);
  }

  static Stream<Arguments> decisions() {
    Entry one = release("r-9", "g-1", "10", null);
    Entry byAnna = new Entry(Header.of("r-9", KEEPER).by("person-anna"), one.body());
    TestPasskey stranger = new TestPasskey("device-none", "person-none", KEEPER);
    TestPasskey foreign = new TestPasskey("device-other", "person-other", OTHER);
    Entry correction =
        entry(
            "c-1", new Correction("p-1", "mistake", (Disbursement) paid("p", "16", "r-1").body()));
    return Stream.of(
        Arguments.of("no approval", Code.APPROVALS_MISSING, plainly(one)),
        Arguments.of(
            "one approval of two",
            Code.APPROVALS_MISSING,
            (Consumer<AuditLedger>)
                ledger -> {
                  ledger.mustDecide(KEEPER, ANNA.approve("v-8", one));
                  ledger.collude(KEEPER, one);
                }),
        Arguments.of("approved by the recorder himself", Code.APPROVALS_MISSING, approved(byAnna)),
        Arguments.of(
            "the same person twice",
            Code.APPROVALS_MISSING,
            (Consumer<AuditLedger>)
                ledger -> {
                  ledger.mustDecide(KEEPER, ANNA.approve("v-8", one), ANNA.approve("v-9", one));
                  ledger.collude(KEEPER, one);
                }),
        Arguments.of(
            "a signature over something else",
            Code.SIGNATURE_INVALID,
            plainly(ANNA.approve("v-8", one, "webauthn.create"))),
        Arguments.of(
            "an unknown device", Code.DEVICE_UNKNOWN, plainly(stranger.approve("v-8", one))),
        Arguments.of(
            "a device of another's people", Code.NOT_ENTITLED, plainly(foreign.registration())),
        Arguments.of(
            "before its date", Code.CONDITION_NOT_MET, approved(release("r-9", "g-2", "9", 1))),
        Arguments.of(
            "without documents", Code.CONDITION_NOT_MET, approved(release("r-9", "g-2", "9", 2))),
        Arguments.of(
            "without milestone", Code.CONDITION_NOT_MET, approved(release("r-9", "g-2", "9", 3))),
        Arguments.of(
            "without confirmation",
            Code.CONDITION_NOT_MET,
            approved(release("r-9", "g-2", "9", 4))),
        Arguments.of(
            "more than is free", Code.FREE_NOT_ENOUGH, plainly(Samples.grant("g-9", "m", "501"))),
        Arguments.of(
            "more than is awarded",
            Code.AWARDED_NOT_ENOUGH,
            approved(release("r-9", "g-1", "61", null))),
        Arguments.of(
            "no tranche of that number",
            Code.TRANCHE_UNKNOWN,
            approved(release("r-9", "g-2", "9", 5))),
        Arguments.of(
            "a grant that nobody awarded",
            Code.GRANT_UNKNOWN,
            approved(release("r-9", "g-9", "1", null))),
        Arguments.of(
            "more than is released", Code.RELEASE_NOT_ENOUGH, plainly(paid("p-9", "26", "r-1"))),
        Arguments.of(
            "under a release that nobody made",
            Code.RELEASE_UNKNOWN,
            plainly(paid("p-9", "1", "r-7"))),
        Arguments.of(
            "half a transfer",
            Code.TRANSFER_UNPAIRED,
            plainly(entry("o-1", new TransferOut("m", RUB, amount("1"), "free", "i-1", "board")))),
        Arguments.of("taking back more than was paid", Code.TARGET_UNKNOWN, plainly(correction)),
        Arguments.of(
            "taking back what is released",
            Code.ALREADY_SPENT,
            plainly(
                entry(
                    "c-1",
                    new Correction(
                        "g-3", "mistake", (Grant) Samples.grant("g", "free", "11").body())))),
        Arguments.of(
            "an undeclared unit",
            Code.UNIT_NOT_DECLARED,
            plainly(entry("f-1", new Fee("m", new Unit("EUR"), amount("1"), null, null)))),
        Arguments.of(
            "an id that is taken",
            Code.EXISTS_WITH_OTHER_CONTENT,
            plainly(Samples.grant("g-1", "m", "101"))),
        Arguments.of(
            "a member admitted by another than the first",
            Code.NOT_ENTITLED,
            (Consumer<AuditLedger>)
                ledger ->
                    ledger.misplace(
                        OTHER,
                        Through.LANE,
                        KEEPER,
                        Through.LANE,
                        new Entry(Header.of("XI-TEST-THIRD", OTHER), new Member("ThirdMSP")))),
        Arguments.of(
            "a member that nobody registered",
            Code.ORGANISATION_UNKNOWN,
            plainly(entry("XI-TEST-NOBODY", new Member("NobodyMSP")))),
        Arguments.of(
            "moved from no log",
            Code.PREVIOUS_UNKNOWN,
            plainly(
                new Entry(Header.of("XI-TEST-NEW", KEEPER).movedFrom(1L), new Organisation(null)))),
        Arguments.of(
            "an id that names a person",
            Code.PERSONAL_ID,
            plainly(Samples.organisation("RU-INN-123456789012"))),
        Arguments.of(
            "another's fund",
            Code.NOT_FUND_OWNER,
            (Consumer<AuditLedger>)
                ledger ->
                    ledger.misplace(
                        OTHER,
                        Through.LANE,
                        KEEPER,
                        Through.LANE,
                        entry("f-1", new Fee("m", RUB, amount("1"), null, null)))),
        Arguments.of(
            "a decision in another's name",
            Code.NOT_ENTITLED,
            plainly(new Entry(Header.of("g-9", OTHER), Samples.grant("g-9", "m", "1").body()))),
        Arguments.of(
            "a decision in a batch",
            Code.WRONG_TRANSACTION,
            (Consumer<AuditLedger>)
                ledger ->
                    ledger.misplace(
                        KEEPER,
                        Through.BATCH,
                        KEEPER,
                        Through.LANE,
                        Samples.grant("g-9", "m", "1"))),
        Arguments.of(
            "a recorder that is no member",
            Code.NOT_A_MEMBER,
            (Consumer<AuditLedger>)
                ledger ->
                    ledger.misplace(
                        "XI-TEST-NOBODY",
                        Through.BATCH,
                        KEEPER,
                        Through.BATCH,
                        Samples.donation("d-9", "m", "1"))),
        Arguments.of(
            "a key of another's log",
            Code.NOT_ENTITLED,
            (Consumer<AuditLedger>)
                ledger ->
                    ledger.collude(
                        OTHER, entry("key", new LogKey("log.example+6b6b8a8d+AQIDBA==", null)))),
        Arguments.of(
            "covered only by what is not sealed",
            Code.FREE_NOT_ENOUGH,
            (Consumer<AuditLedger>)
                ledger -> {
                  ledger.mustRecord(KEEPER, Samples.donation("d-9", "m", "50"));
                  ledger.collude(KEEPER, Samples.grant("g-9", "m", "501"));
                }));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("decisions")
  void isNamedByTheRuleThatItBroke(String what, Code code, Consumer<AuditLedger> decision)
      throws Exception {
    AuditLedger ledger = honest(2);
    assertThat(audited(ledger, "honest").outcome()).isEqualTo(Report.Outcome.EQUAL);
    int before = ledger.leaves.size();

    decision.accept(ledger);

    Report report = audited(ledger, "colluding");
    assertThat(report.outcome()).isEqualTo(Report.Outcome.DIFFERENT);
    Difference first = report.logs().getFirst().differences().getFirst();
    assertThat(first.check()).isEqualTo(Check.RULE);
    assertThat(first.rule()).as(first.detail()).isEqualTo(code);
    assertThat(first.leaf()).isBetween((long) before, (long) ledger.leaves.size() - 1);
  }

  @Test
  void ofTheFirstVersionIsNamedToo() throws Exception {
    AuditLedger ledger = honest(1);
    assertThat(audited(ledger, "honest").outcome()).isEqualTo(Report.Outcome.EQUAL);
    assertThat(audited(ledger, "honest").logs().getFirst().firstVersion())
        .isEqualTo(ledger.leaves.size());

    ledger.collude(KEEPER, Samples.grant("g-9", "m", "501"));

    assertThat(audited(ledger, "colluding").logs().getFirst().differences().getFirst().rule())
        .isEqualTo(Code.FREE_NOT_ENOUGH);
  }

  @Test
  void thatSealsWhatIsNotThereIsNamed() throws Exception {
    AuditLedger ledger = honest(2);
    ledger.decide(KEEPER, List.of(entry("f-1", new Fee("m", RUB, amount("1"), null, null))));
    ledger.sealAhead(KEEPER, entry("f-2", new Fee("m", RUB, amount("1"), null, null)));
    ledger.mustRecord(KEEPER, Samples.donation("d-9", "m", "50"));

    assertThat(audited(ledger, "sealed").logs().getFirst().differences())
        .extracting(Difference::check)
        .containsExactly(Check.SEALED);
  }

  private Report audited(AuditLedger ledger, String name) throws Exception {
    return TestLogs.audit(TestLogs.publish(folder.resolve(name), ledger.bytes()));
  }
}
