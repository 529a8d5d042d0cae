package org.lepta.service.collusion;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.lepta.ledger.codec.Packed;
import org.lepta.ledger.codec.RecordCodec;
import org.lepta.ledger.entry.Body;
import org.lepta.ledger.entry.Donation;
import org.lepta.ledger.entry.Entry;
import org.lepta.ledger.entry.Epoch;
import org.lepta.ledger.entry.Fund;
import org.lepta.ledger.entry.FundMode;
import org.lepta.ledger.entry.Genesis;
import org.lepta.ledger.entry.Grant;
import org.lepta.ledger.entry.Hash;
import org.lepta.ledger.entry.Header;
import org.lepta.ledger.entry.Organisation;
import org.lepta.ledger.entry.Release;
import org.lepta.ledger.money.Amount;
import org.lepta.ledger.money.Unit;
import org.lepta.ledger.rule.BatchSums;
import org.lepta.ledger.rule.Code;
import org.lepta.ledger.rule.FundBalances;
import org.lepta.ledger.rule.LaneState;
import org.lepta.ledger.rule.MembersState;
import org.lepta.ledger.rule.StateKeys;
import org.lepta.ledger.rule.UnitBalance;
import org.lepta.service.audit.Check;
import org.lepta.service.audit.Report;
import org.lepta.service.audit.TestLogs;
import org.lepta.service.indexing.IndexedEntries;
import org.lepta.service.indexing.Indexer;
import org.lepta.service.indexing.read.TotalsProjection;
import org.lepta.service.ledger.Answer;
import org.lepta.service.ledger.Bytes;
import org.lepta.service.ledger.Committed;
import org.lepta.service.ledger.CommittedInvalid;
import org.lepta.service.ledger.Ledger;
import org.lepta.service.ledger.Outcome;
import org.lepta.service.ledger.Submission;
import org.lepta.service.ledger.UnreachableException;
import org.lepta.service.ledger.Validation;
import org.lepta.service.ledger.recording.RecordResult;
import org.lepta.service.ledger.recording.Recorder;
import org.lepta.service.ledger.recording.Requests;
import org.lepta.service.testing.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Three members, of which one owns a managed fund with 100 EUR, 40 of them free; the two others run
 * {@link LawlessChaincode} under the agreed definition. The endorsement policy of the channel is
 * "any two members", so whatever only that policy guards, they can write. The tests follow each
 * other on one ledger: a trial with peers of its own for each would take half a minute apiece.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
abstract class DishonestMembers {
  static final String OWNER = "XI-LEPTA-FOUNDATION-1";
  static final String SECOND = "XI-LEPTA-FOUNDATION-2";
  static final String THIRD = "XI-LEPTA-OPERATOR";

  @RegisterExtension
  static final TestDatabase DATABASE =
      TestDatabase.preparedBy(
          "migrated", database -> Flyway.configure().dataSource(database).load().migrate());

  private static final Unit EUR = new Unit("EUR");
  private static final String FUND = OWNER + "/fund";
  private static final Hash SOME_HASH = new Hash("ab".repeat(32));
  private static final Duration SOON = Duration.ofSeconds(30);

  @SuppressWarnings("NullAway.Init") // JUnit opens it before the first test.
  private Ledger ledger;

  @SuppressWarnings("NullAway.Init") // JUnit opens it before the first test.
  private Indexer indexer;

  @SuppressWarnings("NullAway.Init") // JUnit opens it before the first test.
  private Recorder recorder;

  /** What the log held when the test began. */
  @SuppressWarnings("NullAway.Init") // Read before each test.
  private Log before;

  /** Size and root of the log, and how many entries were void. */
  record Log(long size, String root, long voided) {}

  /** Opens a ledger of the three members that runs the agreed chaincode. */
  abstract Ledger open() throws Exception;

  /** From now on this member's peer runs the lawless build. */
  abstract void corrupt(String organisation) throws Exception;

  @BeforeAll
  void start() throws Exception {
    ledger = open();
    indexer = new Indexer(ledger, DATABASE.dataSource(), List.of(new TotalsProjection()));
    indexer.start();
    recorder =
        new Recorder(
            ledger, DATABASE.dataSource(), new IndexedEntries(DATABASE.dataSource(), indexer));
    recorder.start(OWNER, genesis());
    for (String other : List.of(SECOND, THIRD)) {
      must(OWNER, entry(other, OWNER, new Organisation(null)));
      must(OWNER, entry(other, OWNER, new org.lepta.ledger.entry.Member(msp(other))));
    }
    must(OWNER, entry(FUND, OWNER, Fund.of(OWNER, FundMode.MANAGED, List.of(EUR), List.of())));
    must(OWNER, donation("gift", OWNER, "100"));
    awaitFree("100");
    must(OWNER, grant("grant", "60"));
    corrupt(SECOND);
    corrupt(THIRD);
  }

  @AfterAll
  void stop() throws Exception {
    recorder.close();
    indexer.close();
    ledger.close();
  }

  @BeforeEach
  void look() throws Exception {
    before = log();
  }

  @Test
  @Order(1)
  void twoOthersCannotReleaseItsMoney() throws Exception {
    Bytes balance = read(StateKeys.balance(FUND));
    Writes theft = new Writes();
    theft.decided(OWNER, 1_000, release("stolen", "60"));
    theft.put(StateKeys.balance(FUND), balances("40", "0", "60"));

    Outcome outcome = write(SECOND, theft, SECOND, THIRD);

    assertInvalid(outcome);
    assertThat(read(StateKeys.balance(FUND))).isEqualTo(balance);
    assertThat(log()).isEqualTo(before);
  }

  @Test
  @Order(2)
  void beyondTheFundsKeyNothingOfItIsInTheLog() throws Exception {
    Writes theft = new Writes();
    theft.decided(SECOND, 1_000, release("stolen", "60"));

    assertThat(write(SECOND, theft, SECOND, THIRD)).isInstanceOf(Committed.class);

    assertVoid(1);
  }

  @Test
  @Order(3)
  void nothingTheyWriteInTheOwnersNameCounts() throws Exception {
    Writes forged = new Writes();
    forged.decided(OWNER, 1_001, entry("XI-LEPTA-FORGED", OWNER, new Organisation(null)));
    forged.batch(OWNER, 2, donation("forged", OWNER, "5"));

    assertThat(write(SECOND, forged, SECOND, THIRD)).isInstanceOf(Committed.class);

    assertVoid(2);
  }

  @Test
  @Order(4)
  void theOwnerGoesOnUnderTheNextNumberWhereTheyTookOne() throws Exception {
    must(OWNER, donation("second gift", OWNER, "7"));

    awaitFree("47");
    assertThat(log().size()).isEqualTo(before.size() + 1);
  }

  @Test
  @Order(5)
  void theyCannotTakeTheOwnersNameByAMemberOrAGenesis() throws Exception {
    Writes names = new Writes();
    names.decided(
        SECOND,
        1_001,
        entry(OWNER, SECOND, new org.lepta.ledger.entry.Member(msp(SECOND))),
        new Entry(Header.of("lepta", SECOND), genesisOf(OWNER, msp(SECOND))));
    write(SECOND, names, SECOND, THIRD);
    Writes forged = new Writes();
    forged.batch(OWNER, 1_000, donation("named", OWNER, "5"));

    write(SECOND, forged, SECOND, THIRD);

    assertVoid(3);
  }

  @Test
  @Order(6)
  void theyCannotRegisterItsFundAnewNorAFundInItsNameNorSwitchVersions() throws Exception {
    Writes registrations = new Writes();
    registrations.decided(
        SECOND,
        1_002,
        entry(FUND, SECOND, Fund.of(SECOND, FundMode.REPORTED, List.of(), List.of())),
        entry("other", SECOND, Fund.of(OWNER, FundMode.MANAGED, List.of(EUR), List.of())),
        entry("epoch", SECOND, new Epoch(1, 1, SOME_HASH, null, null, null)));

    write(SECOND, registrations, SECOND, THIRD);

    assertVoid(3);
  }

  @Test
  @Order(7)
  void theOwnerStaysInTheFundsPolicyWhateverTheListOfMembersSays() throws Exception {
    Bytes members = read(StateKeys.members());
    Writes takeover = new Writes();
    takeover.put(
        StateKeys.members(),
        RecordCodec.encode(
            new MembersState(
                List.of(
                    new MembersState.MemberState(SECOND, msp(SECOND)),
                    new MembersState.MemberState(THIRD, msp(THIRD))))));
    assertThat(write(SECOND, takeover, SECOND, THIRD)).isInstanceOf(Committed.class);
    must(OWNER, grant("honest grant", "1"));

    Writes theft = new Writes();
    theft.put(StateKeys.balance(FUND), balances("0", "0", "107"));
    Outcome outcome = write(SECOND, theft, SECOND, THIRD);

    assertInvalid(outcome);
    Writes restored = new Writes();
    restored.put(StateKeys.members(), members.toArray());
    write(SECOND, restored, SECOND, THIRD);
  }

  @Test
  @Order(8)
  void valuesThatHoldNoEntriesStopNobody() throws Exception {
    Writes garbage = new Writes();
    garbage.put(StateKeys.batch(SECOND, 1_001), "no JSON".getBytes(StandardCharsets.UTF_8));
    garbage.put(StateKeys.decided(THIRD, 1), new byte[] {'{', '}'});

    assertThat(write(SECOND, garbage, SECOND, THIRD)).isInstanceOf(Committed.class);

    assertThat(log()).isEqualTo(before);
    assertThat(indexer.broken()).isEmpty();
  }

  @Test
  @Order(9)
  void aBatchSentAgainCountsOnceAndANumberIsTakenOnce() throws Exception {
    must(
        SECOND,
        entry("reported", SECOND, Fund.of(SECOND, FundMode.MANAGED, List.of(EUR), List.of())));
    Bytes batch = batch(1, gift("once", "reported", "10"));
    Bytes overlapping = batch(1, gift("other", "reported", "10"));

    assertThat(record(batch)).isInstanceOf(Committed.class);
    assertThat(record(batch)).isInstanceOf(Committed.class);
    assertThat(record(overlapping).toString()).contains("BATCH_NUMBER_TAKEN");

    assertThat(log().size()).isEqualTo(before.size() + 2);
  }

  @Test
  @Order(10)
  void aBatchThatTheyPutInTwiceCountsOnce() throws Exception {
    Writes again = new Writes();
    again.batch(SECOND, 1, gift("once", "reported", "10"));

    assertThat(write(SECOND, again, SECOND, THIRD)).isInstanceOf(Committed.class);

    assertVoid(1);
    assertThat(free("reported")).isEqualTo("10");
  }

  @Test
  @Order(11)
  void aWithheldBatchStopsTheSealWhichSaysSo() throws Exception {
    assertThat(record(batch(3, gift("third", "reported", "1")))).isInstanceOf(Committed.class);

    Outcome sealed =
        ledger.submit(Requests.submission(SECOND, "decide", Requests.lane(SECOND, 3, List.of())));

    assertThat(sealed.toString()).contains(Code.SEAL_GAP.name());
  }

  /**
   * Nobody can keep an owner and one other from agreeing on what the rules forbid. It is in the log
   * for everybody to see, and whoever replays the rules over what was there before finds the rule.
   */
  @Test
  @Order(12)
  void theOwnerAndOneOtherCanAndTheAuditNamesTheRule(@TempDir Path published) throws Exception {
    corrupt(OWNER);
    Entry tooMuch = grant("too much", "1000");
    LaneState lane = RecordCodec.decode(read(StateKeys.lane(OWNER)).toArray(), LaneState.class);
    Writes agreed = new Writes();
    agreed.put(
        StateKeys.decided(OWNER, lane.number() + 1),
        Writes.packed(OWNER, lane.number() + 1, lane.sealedUpTo(), tooMuch));
    agreed.put(StateKeys.balance(FUND), balances("-954", "1061", "0"));
    agreed.put(
        StateKeys.lane(OWNER),
        RecordCodec.encode(new LaneState(lane.number() + 1, lane.sealedUpTo())));

    Outcome outcome = write(OWNER, agreed, OWNER, SECOND);

    assertThat(outcome).isInstanceOf(Committed.class);
    assertThat(log().size()).isEqualTo(before.size() + 1);
    assertThat(free(FUND)).isEqualTo("-954");
    Report report = TestLogs.audit(TestLogs.publish(published, leaves()));
    assertThat(report.logs().getFirst().differences())
        .as(report.toString())
        .filteredOn(difference -> difference.check() == Check.RULE)
        .singleElement()
        .satisfies(difference -> {
          assertThat(difference.leaf()).isEqualTo(before.size());
          assertThat(difference.rule()).isEqualTo(Code.FREE_NOT_ENOUGH);
        });
  }

  private void assertInvalid(Outcome outcome) {
    assertThat(outcome)
        .isInstanceOfSatisfying(
            CommittedInvalid.class,
            invalid ->
                assertThat(invalid.validation()).isEqualTo(Validation.ENDORSEMENT_POLICY_FAILURE));
  }

  private void assertVoid(int entries) throws Exception {
    assertThat(log()).isEqualTo(new Log(before.size(), before.root(), before.voided() + entries));
  }

  /** What a lawless transaction writes. */
  private static final class Writes {
    private final Map<String, byte[]> values = new TreeMap<>();

    void put(String key, byte[] value) {
      values.put(key, value);
    }

    void decided(String organisation, long number, Entry... entries) {
      put(StateKeys.decided(organisation, number), packed(organisation, number, 0L, entries));
    }

    void batch(String organisation, long number, Entry... entries) {
      put(StateKeys.batch(organisation, number), packed(organisation, number, null, entries));
      put(StateKeys.sums(organisation, number), RecordCodec.encode(new BatchSums(List.of())));
    }

    private static byte[] packed(
        String organisation, long number, @Nullable Long sealed, Entry... entries) {
      return new Packed(organisation, number, SOME_HASH, sealed, Arrays.asList(entries), List.of())
          .encode();
    }
  }

  private Outcome write(String signer, Writes writes, String... endorsers) throws Exception {
    Submission call = Submission.of(signer, "write");
    for (var each : writes.values.entrySet()) {
      call = call.withTransient(each.getKey(), Bytes.of(each.getValue()));
    }
    return ledger.submit(call.endorsedBy(endorsers));
  }

  private static Bytes batch(long number, Entry... entries) {
    return Requests.batch(SECOND, number, Requests.bytes(Arrays.asList(entries)));
  }

  private Outcome record(Bytes batch) throws Exception {
    return ledger.submit(Requests.submission(SECOND, "record", batch));
  }

  private void must(String organisation, Entry entry) throws Exception {
    assertThat(recorder.record(organisation, List.of(entry)).getFirst())
        .isInstanceOf(RecordResult.Recorded.class);
  }

  private Bytes read(String key) throws UnreachableException {
    String[] parts = key.substring(1).split("\0", -1);
    String[] args = Arrays.copyOf(parts, parts.length - 1);
    return ((Answer) ledger.evaluate(Submission.of(OWNER, "read", args))).payload();
  }

  private void awaitFree(String amount) throws Exception {
    long end = System.nanoTime() + SOON.toNanos();
    while (!sealed().equals(amount) && System.nanoTime() - end < 0) {
      Thread.sleep(50);
    }
    assertThat(sealed()).isEqualTo(amount);
  }

  private String sealed() throws UnreachableException {
    byte[] balance = read(StateKeys.balance(FUND)).toArray();
    return RecordCodec.decode(balance, FundBalances.class).of(EUR).free().toString();
  }

  /** What the index says is free, in units. */
  private String free(String fund) throws Exception {
    log();
    List<String> amounts =
        row(
            "SELECT trim_scale(amount / 10000::numeric) FROM balance WHERE account = 'F:free'"
                + " AND fund = '"
                + fund
                + "'");
    return amounts.getFirst();
  }

  /** The log when everything that is committed is indexed. */
  private Log log() throws Exception {
    assertThat(indexer.awaitBlock(ledger.height() - 1, SOON))
        .as(() -> "indexed; " + indexer.broken())
        .isTrue();
    List<String> row =
        row(
            "SELECT size, voided, (SELECT encode(root, 'hex') FROM block_root"
                + " ORDER BY block DESC LIMIT 1) FROM log_state");
    return new Log(Long.parseLong(row.get(0)), row.get(2), Long.parseLong(row.get(1)));
  }

  private static List<byte[]> leaves() {
    return JdbcClient.create(DATABASE.dataSource())
        .sql("SELECT bytes FROM entry ORDER BY leaf")
        .query((row, n) -> row.getBytes(1))
        .list();
  }

  private static List<String> row(String sql) throws SQLException {
    try (Connection connection = DATABASE.dataSource().getConnection();
        var statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> values = new ArrayList<>();
      while (rows.next()) {
        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
          values.add(rows.getString(i));
        }
      }
      return values;
    }
  }

  private String msp(String organisation) {
    return ledger.find(organisation).orElseThrow().mspId();
  }

  private Entry genesis() {
    return new Entry(Header.of("lepta", OWNER), genesisOf(OWNER, msp(OWNER)));
  }

  private static Genesis genesisOf(String organisation, String msp) {
    return Genesis.of("lepta", SOME_HASH, 2, organisation, msp);
  }

  private static Entry entry(String id, String statedBy, Body body) {
    return new Entry(Header.of(id, statedBy), body);
  }

  private static Entry donation(String id, String statedBy, String amount) {
    return entry(
        id, statedBy, new Donation(FUND, EUR, Amount.parse(amount), null, null, null, null));
  }

  private static Entry gift(String id, String fund, String amount) {
    return entry(id, SECOND, new Donation(fund, EUR, Amount.parse(amount), null, null, null, null));
  }

  private static Entry grant(String id, String amount) {
    return entry(
        id,
        OWNER,
        new Grant(FUND, EUR, Amount.parse(amount), null, null, List.of(), null, null, null));
  }

  private static Entry release(String id, String amount) {
    return entry(id, OWNER, new Release(FUND, EUR, Amount.parse(amount), "grant", null, SOME_HASH));
  }

  private static byte[] balances(String free, String committed, String released) {
    return RecordCodec.encode(
        new FundBalances(
            List.of(
                new UnitBalance(
                    EUR, Amount.parse(free), Amount.parse(committed), Amount.parse(released)))));
  }
}
