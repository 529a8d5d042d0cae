package org.lepta.service.indexing.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.lepta.ledger.entry.Entry;
import org.lepta.ledger.entry.Kind;
import org.lepta.service.kernel.RefusalException;
import org.lepta.service.testing.RandomEntries;
import org.lepta.service.testing.Samples;
import org.lepta.service.testing.TestDatabase;
import org.lepta.service.testing.TestLedger;
import org.lepta.service.transparency.TextStore;

/** Figures after some hundred entries of all kinds. */
final class FiguresTest {

  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.empty();

  private static final List<String> FUNDS =
      Stream.concat(RandomEntries.MANAGED.stream(), RandomEntries.REPORTED.stream()).toList();

  @TempDir static Path folder;
  private static TestLedger ledger;
  private static Index index;
  private static Entries entries;
  private static Figures figures;
  private static Lookups lookups;
  private static Texts texts;
  private static final Map<Long, Map<String, String>> AS_KNOWN = new LinkedHashMap<>();

  @BeforeAll
  static void record() throws Exception {
    ledger = TestLedger.open(folder, DATABASE.dataSource());
    index = new Index(DATABASE.dataSource());
    TextStore store = TextStore.open(folder.resolve("texts"));
    entries = TestReads.entries(index, store);
    texts = new Texts(store);
    figures = new Figures(index, new Replay(index, entries));
    lookups = new Lookups(index, texts);
    ledger.record(RandomEntries.registered().toArray(Entry[]::new));
    RandomEntries chance = new RandomEntries(7);
    for (int round = 0; round < 12; round++) {
      ledger.record(chance.next(40));
      ledger.settle();
      AS_KNOWN.put(index.size(), everything(index.size()));
    }
  }

  @AfterAll
  static void close() throws Exception {
    ledger.close();
  }

  @Test
  void theKindsThatFiguresDependOnAreAmongTheEntries() {
    assertThat(figures.ofLedger(null).counts())
        .hasEntrySatisfying(Kind.RELEASE, count -> assertThat(count).isPositive())
        .hasEntrySatisfying(Kind.DISBURSEMENT, count -> assertThat(count).isPositive())
        .hasEntrySatisfying(Kind.CORRECTION, count -> assertThat(count).isPositive())
        .hasEntrySatisfying(Kind.CONFIRMATION, count -> assertThat(count).isPositive())
        .hasEntrySatisfying(Kind.EXPENDITURE, count -> assertThat(count).isPositive());
  }

  @Test
  void figuresOfAFundTieToItsBalances() throws Exception {
    for (String fund : FUNDS) {
      for (Totals totals : figures.ofFund(fund, null)) {
        BigDecimal committed = balance(fund, "F:committed", totals.unit());
        assertThat(totals.outstanding()).isEqualByComparingTo(committed.max(BigDecimal.ZERO));
        assertThat(totals.released())
            .isEqualByComparingTo(balance(fund, "F:released", totals.unit()));
        assertThat(totals.free())
            .isEqualByComparingTo(
                balance(fund, "F:free", totals.unit()).add(committed.min(BigDecimal.ZERO)));
      }
    }
  }

  @Test
  void grantsHoldWhatTheirBalanceSays() throws Exception {
    List<EntryRecord> grants = entries.page(EntryQuery.of(Kind.GRANT), null, 1_000).items();
    assertThat(grants).isNotEmpty();
    for (EntryRecord grant : grants) {
      String fund = String.valueOf(grant.fund());
      for (GrantTotals totals :
          figures.ofGrant(fund, grant.id(), Boolean.TRUE.equals(grant.managed()), null)) {
        assertThat(totals.held()).isEqualByComparingTo(held(fund, grant.id(), totals.unit()));
        assertThat(totals.confirmed())
            .isBetween(BigDecimal.ZERO, totals.disbursed().max(totals.confirmed()));
      }
    }
  }

  @Test
  void jointFiguresAddUpThoseOfTheFunds() {
    LedgerFigures all = figures.ofLedger(null);
    List<Totals> managed = new ArrayList<>();
    RandomEntries.MANAGED.forEach(fund -> managed.addAll(figures.ofFund(fund, null)));
    List<Totals> reported = new ArrayList<>();
    RandomEntries.REPORTED.forEach(fund -> reported.addAll(figures.ofFund(fund, null)));

    assertThat(plain(all.totals().managed())).isEqualTo(plain(JointTotals.sum(managed)));
    assertThat(plain(all.totals().reported())).isEqualTo(plain(JointTotals.sum(reported)));
    assertThat(plain(all.totals().all()))
        .isEqualTo(plain(figures.ofOrganisation(Samples.KEEPER, null).all()));
  }

  @Test
  void someOfWhatWasPaidIsConfirmedAndNeverMoreThanThat() {
    for (Totals totals : figures.ofOrganisation(Samples.KEEPER, null).all()) {
      EvidenceTotals evidence = totals.disbursedByEvidence();
      assertThat(evidence.stated().add(evidence.confirmed()))
          .isEqualByComparingTo(totals.disbursed());
    }
    assertThat(figures.ofOrganisation(Samples.KEEPER, null).all())
        .anySatisfy(totals -> assertThat(totals.confirmed()).isPositive());
  }

  @Test
  void whatWasKnownAtASizeStaysTheSame() {
    AS_KNOWN.forEach((size, known) -> assertThat(everything(size)).isEqualTo(known));
  }

  @Test
  void theRowsBehindEveryFigureOfAFundAddUpToIt() {
    Register register = new Register(index, entries, figures, texts);
    Recount recount = new Recount(entries);
    for (String id : FUNDS) {
      FundRecord fund = register.fund(id, null).orElseThrow();
      assertThat(fund.totals()).isNotEmpty();
      for (Totals totals : fund.totals()) {
        for (CountedFigure figure : CountedFigure.values()) {
          BigDecimal[] sum = {BigDecimal.ZERO};
          recount.forEach(
              fund.entry(), totals.unit(), figure, null, row -> sum[0] = sum[0].add(row.amount()));
          assertThat(shown(figure, sum[0]))
              .as("%s %s %s", id, totals.unit(), figure)
              .isEqualByComparingTo(value(totals, figure));
        }
      }
    }
  }

  private static BigDecimal shown(CountedFigure figure, BigDecimal sum) {
    return figure == CountedFigure.OUTSTANDING ? sum.max(BigDecimal.ZERO) : sum;
  }

  private static BigDecimal value(Totals t, CountedFigure figure) {
    return switch (figure) {
      case OPENED -> t.opened();
      case DONATED -> t.donated();
      case INCOME -> t.income();
      case TRANSFERRED_IN -> t.transferredIn();
      case EXCHANGED_IN -> t.exchangedIn();
      case RETURNED -> t.returned();
      case REFUNDED -> t.refunded();
      case TRANSFERRED_OUT -> t.transferredOut();
      case EXCHANGED_OUT -> t.exchangedOut();
      case OUTSTANDING -> t.outstanding();
      case RELEASED -> t.released();
      case DISBURSED -> t.disbursed();
      case SPENT -> t.spent();
    };
  }

  @Test
  void aSizeThatTheLogNeverHadIsRefused() {
    assertThatThrownBy(() -> figures.ofLedger(index.size() + 1))
        .isInstanceOf(RefusalException.class)
        .hasMessageStartingWith("AT_INVALID");
  }

  @Test
  void questionsAboutThePastNeverTakeAllConnections() throws Exception {
    List<Thread> asking = new ArrayList<>();
    try (Connection other = DATABASE.dataSource().getConnection()) {
      other.setAutoCommit(false);
      other.createStatement().execute("LOCK TABLE entry IN ACCESS EXCLUSIVE MODE");
      for (long size = 21; size < 24; size++) {
        long at = size;
        asking.add(Thread.ofPlatform().start(() -> figures.ofLedger(at)));
      }
      while (asking.stream().filter(t -> t.getState() == Thread.State.WAITING).count() < 2) {
        Thread.onSpinWait();
      }
      assertThatThrownBy(() -> figures.ofLedger(24L))
          .isInstanceOf(RefusalException.class)
          .hasMessageStartingWith("BUSY");
      other.rollback();
    }
    for (Thread thread : asking) {
      thread.join();
    }
    assertThat(figures.ofLedger(24L).size()).isEqualTo(24);
  }

  private static Map<String, String> everything(long at) {
    Map<String, String> all = new LinkedHashMap<>();
    FUNDS.forEach(fund -> all.put(fund, plain(figures.ofFund(fund, at))));
    all.put("organisation", plain(figures.ofOrganisation(Samples.KEEPER, at).managed()));
    all.put("publisher", plain(figures.ofOrganisation(Samples.KEEPER, at).reported()));
    all.put("last", new TreeMap<>(lookups.lastMovements(FUNDS, at)).toString());
    List<EntryRecord> payments = all(Kind.DISBURSEMENT, at);
    all.put("confirmed", new TreeSet<>(lookups.confirmed(payments, at)).toString());
    lookups
        .grantSums(all(Kind.GRANT, at), at)
        .forEach((grant, sums) -> all.put("sums of " + grant, plain(List.of(sums))));
    LedgerFigures ledgerFigures = figures.ofLedger(at);
    all.put("counts", ledgerFigures.counts().toString());
    all.put("managed", plain(ledgerFigures.totals().managed()));
    all.put("reported", plain(ledgerFigures.totals().reported()));
    all.put("height", String.valueOf(ledgerFigures.height()));
    entries.forEach(
        EntryQuery.of(Kind.GRANT).at(at),
        grant ->
            all.put(
                "grant " + grant.id(),
                plain(
                    figures.ofGrant(
                        String.valueOf(grant.fund()),
                        grant.id(),
                        Boolean.TRUE.equals(grant.managed()),
                        at))));
    return all;
  }

  private static List<EntryRecord> all(Kind kind, long at) {
    List<EntryRecord> all = new ArrayList<>();
    entries.forEach(EntryQuery.of(kind).at(at), all::add);
    return all;
  }

  /** Figures without the trailing zeros in which equal ones may differ. */
  private static String plain(List<?> totals) {
    return totals
        .toString()
        .replaceAll("0E-4\\b", "0")
        .replaceAll("(\\.[0-9]*?)0+\\b", "$1")
        .replaceAll("\\.(?![0-9])", "");
  }

  private static BigDecimal balance(String fund, String account, String unit) throws Exception {
    return sum(
        "SELECT sum(amount) FROM balance WHERE fund = ? AND account = ? AND unit = ?",
        fund,
        account,
        unit);
  }

  private static BigDecimal held(String fund, String grant, String unit) throws Exception {
    return sum(
        "SELECT sum(amount) FROM balance WHERE account = 'G:held' AND fund = ? AND grant_id = ?"
            + " AND unit = ?",
        fund,
        grant,
        unit);
  }

  private static BigDecimal sum(String sql, String... parameters) throws Exception {
    try (Connection connection = DATABASE.dataSource().getConnection();
        PreparedStatement query = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        query.setString(i + 1, parameters[i]);
      }
      try (ResultSet row = query.executeQuery()) {
        row.next();
        BigDecimal sum = row.getBigDecimal(1);
        return sum == null ? BigDecimal.ZERO : sum.movePointLeft(4);
      }
    }
  }
}
