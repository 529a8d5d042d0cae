package org.lepta.service.indexing.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.lepta.service.indexing.matching.Pairing.Pair;
import org.lepta.service.testing.TestDatabase;

/** Two sides' statements find each other, and what does not agree is told. */
class StatementsTest {

  private static final int SEQUENCES = Boolean.getBoolean("lepta.long") ? 500 : 40;

  @RegisterExtension
  static final TestDatabase DATABASE = TestDatabase.preparedBy("matching", StatementsTest::migrate);

  private TwoSides log = new TwoSides(DATABASE.dataSource());

  static void migrate(DataSource database) {
    Flyway.configure().dataSource(database).locations("classpath:db/migration").load().migrate();
  }

  @BeforeEach
  void begin() throws SQLException {
    TwoSides.clear(DATABASE.dataSource());
    log = new TwoSides(DATABASE.dataSource());
    log.fund("A", "O-A");
    log.fund("B", "O-B");
    log.fund("C", "O-C");
  }

  private @Nullable LineMatch match(long leaf) throws SQLException {
    try (Connection connection = DATABASE.dataSource().getConnection()) {
      return new MatchReader(connection).ofLines(Set.of(leaf)).get(leaf);
    }
  }

  private List<String> counterparts(String fund) throws SQLException {
    try (Connection connection = DATABASE.dataSource().getConnection()) {
      return told(new MatchReader(connection).ofFund(fund));
    }
  }

  private static List<String> told(List<Counterpart> counterparts) {
    return counterparts.stream()
        .map(c ->
            (c.gives() ? "to " : "from ")
                + c.otherFunds()
                + " of "
                + c.otherOwner()
                + ": "
                + c.here().stripTrailingZeros().toPlainString()
                + " / "
                + (c.there() == null ? "-" : c.there().stripTrailingZeros().toPlainString())
                + " "
                + c.state().word())
        .toList();
  }

  private Map<String, String> onward() throws SQLException {
    Map<String, String> onward = new TreeMap<>();
    try (Connection connection = DATABASE.dataSource().getConnection();
        PreparedStatement query = connection.prepareStatement("SELECT * FROM fund_onward");
        ResultSet row = query.executeQuery()) {
      while (row.next()) {
        onward.put(row.getString("fund"), row.getBigDecimal("amount").toPlainString());
      }
    }
    return onward;
  }

  @Nested
  class Pairs {

    @Test
    void equalAmountsOfOneDayAreExact() throws Exception {
      long paid = log.paid("A", "100", "2020-05-01", "B", null);
      long received = log.received("B", "100", "2020-05-01", "A", null);
      log.index();

      assertThat(match(paid)).isEqualTo(new LineMatch(MatchState.EXACT, received));
      assertThat(match(received)).isEqualTo(new LineMatch(MatchState.EXACT, paid));
      assertThat(onward()).containsExactly(Map.entry("B", "100.0000"));
    }

    @Test
    void equalAmountsWithin92DaysAreNearAndOfTheNinetyThirdAreNot() throws Exception {
      long near = log.paid("A", "100", "2020-01-01", "B", null);
      long far = log.paid("A", "200", "2020-01-01", "B", null);
      long received = log.received("B", "100", "2020-04-02", "A", null);
      log.received("B", "200", "2020-04-03", "A", null);
      log.index();

      assertThat(match(near)).isEqualTo(new LineMatch(MatchState.NEAR, received));
      assertThat(match(far)).isEqualTo(new LineMatch(MatchState.SPLIT, null));
    }

    @Test
    void amountsWithinOneWholeUnitAreRounded() throws Exception {
      long paid = log.paid("A", "79119", "2020-06-09", null, null);
      long received = log.received("B", "79118.8", "2020-06-19", "A", "O-A");
      log.index();

      assertThat(match(paid)).isEqualTo(new LineMatch(MatchState.ROUNDED, received));
      assertThat(onward()).containsExactly(Map.entry("B", "79118.8000"));
    }

    @Test
    void theNearestDateIsTakenFirstAndEachLineOnce() throws Exception {
      long early = log.paid("A", "100", "2020-05-01", "B", null);
      long late = log.paid("A", "100", "2020-05-20", "B", null);
      long received = log.received("B", "100", "2020-05-18", "A", null);
      log.index();

      assertThat(match(late)).isEqualTo(new LineMatch(MatchState.NEAR, received));
      assertThat(match(early)).isEqualTo(new LineMatch(MatchState.ONE_SIDED, null));
    }

    @Test
    void laterStatementWithNearerDateTakesThePairOver() throws Exception {
      long far = log.paid("A", "100", "2020-05-01", "B", null);
      long received = log.received("B", "100", "2020-06-01", "A", null);
      log.index();
      assertThat(match(far)).isEqualTo(new LineMatch(MatchState.NEAR, received));

      long nearer = log.paid("A", "100", "2020-06-01", "B", null);
      log.index();

      assertThat(match(nearer)).isEqualTo(new LineMatch(MatchState.EXACT, received));
      assertThat(match(far)).isEqualTo(new LineMatch(MatchState.ONE_SIDED, null));
    }

    @Test
    void anOrganisationIdInPlaceOfAnActivityNamesTheOwner() throws Exception {
      long paid = log.paid("A", "71708", "2020-07-08", "O-B", "O-ELSEWHERE");
      long received = log.received("B", "71708", "2020-07-16", "A", "O-A");
      log.index();

      assertThat(match(paid)).isEqualTo(new LineMatch(MatchState.NEAR, received));
    }

    @Test
    void paymentToSomebodyElseWhoSpeaksHereIsNotTaken() throws Exception {
      long toAnother = log.paid("A", "390000", "2020-07-27", null, "O-C");
      long received = log.received("B", "390000", "2020-07-27", "A", "O-A");
      log.index();

      assertThat(match(toAnother)).isEqualTo(new LineMatch(MatchState.ONE_SIDED, null));
      assertThat(match(received)).isEqualTo(new LineMatch(MatchState.ONE_SIDED, null));
      assertThat(onward()).isEmpty();
    }

    @Test
    void fundThatRegistersLaterBreaksPairsOfThoseWhoNamedItsOwner() throws Exception {
      long paid = log.paid("A", "100", "2020-07-27", null, "O-LATER");
      long received = log.received("B", "100", "2020-07-27", "A", "O-A");
      log.index();
      assertThat(match(paid)).isEqualTo(new LineMatch(MatchState.EXACT, received));

      log.fund("L", "O-LATER");
      log.index();

      assertThat(match(paid)).isEqualTo(new LineMatch(MatchState.ONE_SIDED, null));
      assertThat(match(received)).isEqualTo(new LineMatch(MatchState.ONE_SIDED, null));
    }

    @Test
    void statementWithoutDateIsComparedInSumsOnly() throws Exception {
      long paid = log.paid("A", "100", null, "B", null);
      log.received("B", "100", "2020-05-01", "A", null);
      log.index();

      assertThat(match(paid)).isEqualTo(new LineMatch(MatchState.SPLIT, null));
      assertThat(onward()).containsExactly(Map.entry("B", "100.0000"));
    }

    @Test
    void ofMoreAlikeLinesThanTheBoundTheRestIsComparedInSums() throws Exception {
      for (int i = 0; i <= StatementStore.MAX_ALIKE; i++) {
        log.paid("A", "5", "2020-05-01", "B", null);
        log.received("B", "5", "2020-05-01", "A", null);
      }
      log.index();

      long first = log.size() - 2 * (StatementStore.MAX_ALIKE + 1);
      assertThat(match(first)).isEqualTo(new LineMatch(MatchState.EXACT, first + 1));
      assertThat(match(log.size() - 2)).isEqualTo(new LineMatch(MatchState.SPLIT, null));
      assertThat(onward()).containsExactly(Map.entry("B", "2505.0000"));
    }
  }

  @Nested
  class SumsOfWhatIsLeft {

    @Test
    void otherAmountsOfTheSameSumAreSplitAndCountedOnce() throws Exception {
      log.paid("A", "100", "2020-05-01", "B", null);
      log.paid("A", "50", "2020-05-01", "B", null);
      log.received("B", "150", "2020-09-01", "A", null);
      log.index();

      assertThat(counterparts("A")).containsExactly("to [B] of O-B: 150 / 150 split");
      assertThat(onward()).containsExactly(Map.entry("B", "150.0000"));
    }

    @Test
    void unequalSumsConflictAndBothAreShown() throws Exception {
      log.paid("A", "390000", "2020-07-27", null, "O-B");
      log.paid("A", "180000", "2020-11-06", null, "O-B");
      log.received("B", "183180", "2020-12-29", "A", "O-A");
      log.index();

      assertThat(counterparts("A")).containsExactly("to [B] of O-B: 570000 / 183180 conflicting");
      assertThat(counterparts("B")).containsExactly("from [A] of O-A: 183180 / 570000 conflicting");
      assertThat(onward()).isEmpty();
    }

    @Test
    void silenceOfTheOtherSideIsOneSidedIfItSpeaksHere() throws Exception {
      long here = log.paid("A", "10", "2020-05-01", null, "O-B");
      long elsewhere = log.paid("A", "10", "2020-05-01", null, "O-ELSEWHERE");
      log.index();

      assertThat(match(here)).isEqualTo(new LineMatch(MatchState.ONE_SIDED, null));
      assertThat(match(elsewhere)).isNull();
      assertThat(counterparts("A")).containsExactly("to [] of O-B: 10 / - oneSided");
    }

    @Test
    void silentOrganisationsStandInLinesOfTheirOwn() throws Exception {
      log.paid("A", "10", "2020-01-01", null, "O-B");
      log.paid("A", "12", "2020-01-01", null, "O-C");
      log.index();

      assertThat(counterparts("A"))
          .containsExactly("to [] of O-C: 12 / - oneSided", "to [] of O-B: 10 / - oneSided");
    }

    @Test
    void correctionOfOneSideOnlyShowsAsConflict() throws Exception {
      long paid = log.paid("A", "100", "2020-05-01", "B", null);
      log.received("B", "100", "2020-05-01", "A", null);
      log.index();
      log.correct(paid, "30");
      log.index();

      assertThat(counterparts("A")).containsExactly("to [B] of O-B: 70 / 100 conflicting");
      assertThat(onward()).isEmpty();
    }

    @Test
    void whatOthersStateOfASilentFundStandsOnItsPage() throws Exception {
      log.paid("A", "80817", "2020-06-29", null, null);
      log.received("B", "80817.5", "2020-07-03", "A", null);
      log.received("B", "40408", "2021-05-08", "A", null);
      log.received("C", "7", "2021-05-08", "A", null);
      log.index();

      assertThat(counterparts("A"))
          .containsExactly(
              "to [B] of O-B: 80817 / 121225.5 conflicting", "to [C] of O-C: 0 / 7 oneSided");
      assertThat(counterparts("B"))
          .containsExactly("from [A] of O-A: 121225.5 / 80817 conflicting");
    }

    @Test
    void pairsAndWhatTheyLeftStandInOneLine() throws Exception {
      log.paid("A", "100", "2020-05-01", "B", null);
      log.received("B", "100", "2020-05-01", "A", null);
      log.paid("A", "30", "2020-05-01", "B", null);
      log.index();

      assertThat(counterparts("A")).containsExactly("to [B] of O-B: 130 / 100 conflicting");
    }
  }

  @Nested
  class PassOns {

    @Test
    void giftThatNamesAPassOnBelongsToItWhateverTheAmounts() throws Exception {
      long passedOn = log.passedOn("A", "100", "B");
      long received = log.receivedBy("B", "80", "A", passedOn);
      log.index();

      assertThat(match(passedOn)).isEqualTo(new LineMatch(MatchState.CONFLICTING, received));
      assertThat(onward()).containsExactly(Map.entry("B", "80.0000"));

      log.correct(passedOn, "20");
      log.index();

      assertThat(match(passedOn)).isEqualTo(new LineMatch(MatchState.EXACT, received));
    }
  }

  @Nested
  class Laws {

    /**
     * Kept in step, group by group, it is what all statements at once give, now and for the past.
     */
    @Test
    void keptInStepItIsTheMatchOfAllStatementsAtOnce() throws Exception {
      for (int seed = 0; seed < SEQUENCES; seed++) {
        begin();
        stated.clear();
        Random random = new Random(seed);
        Map<Long, Map<String, String>> asKnown = new TreeMap<>();
        Map<Long, List<Disagreement>> disagreed = new TreeMap<>();
        Map<Long, List<List<String>>> toldThen = new TreeMap<>();
        for (int group = 0; group < 6; group++) {
          for (int i = random.nextInt(15); i >= 0; i--) {
            state(random);
          }
          log.index();
          asKnown.put(log.size(), onward());
          disagreed.put(log.size(), disagreements());
          toldThen.put(
              log.size(), List.of(counterparts("A"), counterparts("B"), counterparts("C")));
          assertThat(stored()).as("seed %d, group %d", seed, group).isEqualTo(atOnce());
          assertThat(rows("SELECT paired_sum::text FROM paired_sum"))
              .as("seed %d, group %d", seed, group)
              .isEqualTo(rows(ADDED_UP));
          assertThat(rows("SELECT disputed_sum::text FROM disputed_sum"))
              .as("seed %d, group %d", seed, group)
              .isEqualTo(rows(DISPUTED));
        }
        for (Map.Entry<Long, Map<String, String>> known : asKnown.entrySet()) {
          assertThat(onwardAt(known.getKey())).as("seed %d", seed).isEqualTo(known.getValue());
          assertThat(ofLedgerAt(known.getKey()).disagreements())
              .as("seed %d, size %d", seed, known.getKey())
              .isEqualTo(disagreed.get(known.getKey()));
          assertThat(counterpartsAt(known.getKey()))
              .as("seed %d, size %d", seed, known.getKey())
              .isEqualTo(toldThen.get(known.getKey()));
        }
        long between = 3 + random.nextLong(log.size() - 3);
        assertThat(onwardOfEachAt(between))
            .as("seed %d, size %d", seed, between)
            .isEqualTo(onwardAt(between));
        assertThat(matchOfEachAt(between))
            .as("seed %d, size %d", seed, between)
            .isEqualTo(matchesAt(between));
      }
    }

    private static final String ADDED_UP =
        """
        SELECT row(l.fund, l.gives, l.unit, o.fund, o.owner, sum(l.amount), sum(o.amount),
          count(*) FILTER (WHERE l.state = 'exact'), count(*) FILTER (WHERE l.state = 'near'),
          count(*) FILTER (WHERE l.state = 'rounded'),
          count(*) FILTER (WHERE l.state = 'conflicting'))::text
        FROM statement_line l JOIN statement_line o ON o.leaf = l.pair
        GROUP BY l.fund, l.gives, l.unit, o.fund, o.owner
        """;

    private static final String DISPUTED =
        """
        SELECT row(unit, sum(amount), count(*))::text FROM statement_group
        WHERE state = 'conflicting' AND gives GROUP BY unit
        """;

    private final List<Long> stated = new ArrayList<>();

    private void state(Random random) {
      String fund = pick(random, "A", "B", "C");
      String amount = pick(random, "10", "10.5", "11", "20", "30");
      String day = random.nextInt(8) == 0 ? null : "2020-0" + (1 + random.nextInt(6)) + "-01";
      String other = random.nextInt(3) == 0 ? null : pick(random, "A", "B", "C", "O-B", "D", "X");
      String owner = random.nextInt(2) == 0 ? null : pick(random, "O-A", "O-B", "O-C", "O-D");
      switch (random.nextInt(12)) {
        case 0 -> {
          if (!stated.isEmpty() && stated.getLast() < log.size()) {
            log.correct(stated.removeLast(), "10");
          }
        }
        case 1 -> log.fund("D" + log.size(), pick(random, "O-D", "O-B"));
        case 2 -> log.receivedBy("B", amount, "A", log.passedOn("A", "10", "B"));
        case 3, 4, 5, 6, 7 -> stated.add(log.paid(fund, amount, day, other, owner));
        default -> stated.add(log.received(fund, amount, day, other, owner));
      }
    }

    private static String pick(Random random, String... values) {
      return values[random.nextInt(values.length)];
    }

    private Map<String, String> onwardAt(long size) throws SQLException {
      Map<String, String> onward = new TreeMap<>();
      ofLedgerAt(size)
          .onward()
          .forEach((fund, units) -> {
            BigDecimal amount = units.getOrDefault("GBP", BigDecimal.ZERO);
            if (amount.signum() != 0) {
              onward.put(fund, amount.toPlainString());
            }
          });
      return onward;
    }

    private WholeMatching.OfLedger ofLedgerAt(long size) throws SQLException {
      try (Connection connection = DATABASE.dataSource().getConnection()) {
        return WholeMatching.ofLedger(connection, size);
      }
    }

    private List<Disagreement> disagreements() throws SQLException {
      try (Connection connection = DATABASE.dataSource().getConnection()) {
        return new MatchReader(connection).disagreements(null, 1_000);
      }
    }

    private List<List<String>> counterpartsAt(long size) throws SQLException {
      try (Connection connection = DATABASE.dataSource().getConnection()) {
        MatchReader reader = new MatchReader(connection);
        return List.of(
            told(reader.ofFund("A", size)),
            told(reader.ofFund("B", size)),
            told(reader.ofFund("C", size)));
      }
    }

    /** The same as {@link #onwardAt}, of one fund after the other. */
    private Map<String, String> onwardOfEachAt(long size) throws SQLException {
      Map<String, String> onward = new TreeMap<>();
      try (Connection connection = DATABASE.dataSource().getConnection()) {
        for (String fund : List.of("A", "B", "C")) {
          BigDecimal amount =
              WholeMatching.onward(connection, List.of(fund), size)
                  .getOrDefault(fund, Map.of())
                  .getOrDefault("GBP", BigDecimal.ZERO);
          if (amount.signum() != 0) {
            onward.put(fund, amount.toPlainString());
          }
        }
      }
      return onward;
    }

    private Map<Long, LineMatch> matchOfEachAt(long size) throws SQLException {
      Map<Long, LineMatch> matches = new TreeMap<>();
      try (Connection connection = DATABASE.dataSource().getConnection()) {
        MatchReader reader = new MatchReader(connection);
        for (long leaf = 0; leaf < size; leaf++) {
          Optional<LineMatch> match = reader.ofLine(leaf, size);
          if (match.isPresent()) {
            matches.put(leaf, match.get());
          }
        }
      }
      return matches;
    }

    private Map<Long, LineMatch> matchesAt(long size) throws SQLException {
      Map<Long, LineMatch> matches = new TreeMap<>();
      try (Connection connection = DATABASE.dataSource().getConnection()) {
        WholeMatching whole = WholeMatching.at(connection, size);
        for (StatementLine line : whole.lines()) {
          Pair pair = whole.pairs().get(line.leaf());
          MatchState state = line.compared() ? whole.states().get(line.group()) : null;
          if (pair != null) {
            matches.put(line.leaf(), new LineMatch(pair.state(), pair.other()));
          } else if (state != null) {
            matches.put(line.leaf(), new LineMatch(state, null));
          }
        }
      }
      return matches;
    }

    private List<String> stored() throws SQLException {
      return rows(
          "SELECT leaf || ' ' || pair || ' ' || state FROM statement_line WHERE pair IS NOT NULL"
              + " UNION ALL SELECT concat_ws(' ', gives, fund, unit, named_fund, '/', named_org,"
              + " amount, lines, coalesce(state, '-')) FROM statement_group"
              + " UNION ALL SELECT 'onward ' || fund || ' ' || amount FROM fund_onward");
    }

    private List<String> rows(String sql) throws SQLException {
      List<String> rows = new ArrayList<>();
      try (Connection connection = DATABASE.dataSource().getConnection();
          PreparedStatement query = connection.prepareStatement(sql);
          ResultSet row = query.executeQuery()) {
        while (row.next()) {
          rows.add(row.getString(1));
        }
      }
      rows.sort(null);
      return rows;
    }

    private List<String> atOnce() throws SQLException {
      List<String> rows = new ArrayList<>();
      try (Connection connection = DATABASE.dataSource().getConnection()) {
        WholeMatching whole = WholeMatching.at(connection, log.size());
        whole
            .pairs()
            .forEach(
                (leaf, pair) -> rows.add(leaf + " " + pair.other() + " " + pair.state().word()));
        whole
            .left()
            .forEach((group, left) ->
                rows.add(
                    String.join(
                        " ",
                        group.gives() ? "t" : "f",
                        group.fund(),
                        group.unit(),
                        group.namedFund() == null ? "" : group.namedFund(),
                        "/",
                        group.namedOrg() == null ? "" : group.namedOrg(),
                        left.amount().toString(),
                        Long.toString(left.lines()),
                        whole.states().containsKey(group)
                            ? whole.states().get(group).word()
                            : "-")));
        whole
            .onward()
            .forEach((fund, units) ->
                units.forEach((unit, amount) -> {
                  if (amount.signum() != 0) {
                    rows.add("onward " + fund + " " + amount.toPlainString());
                  }
                }));
      }
      rows.sort(null);
      return rows;
    }
  }
}
