package org.lepta.service.trail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.lepta.service.indexing.IndexedEntry;
import org.lepta.service.testing.TestDatabase;
import org.lepta.service.trail.Trail.Hop;
import org.lepta.service.trail.Trail.Step;

/** Trails as readers get them, from a real database. */
class TrailsTest {

  private static final int SEQUENCES = Boolean.getBoolean("lepta.long") ? 60 : 6;

  @RegisterExtension
  static final TestDatabase DATABASE = TestDatabase.preparedBy("trail", FundLinesTest::migrate);

  private final TestLog log = new TestLog();
  private final Flows a = new Flows("A");
  private final Flows b = new Flows("B");
  private int applied;

  @BeforeEach
  void empty() throws SQLException {
    FundLinesTest.clear(DATABASE.dataSource());
  }

  private Trails trails() throws SQLException {
    if (applied < log.size()) {
      FundLinesTest.apply(DATABASE.dataSource(), log.entries().subList(applied, log.size()));
      applied = log.size();
    }
    return new Trails(DATABASE.dataSource(), EvidenceLadder.NOTHING_BUT_STATED);
  }

  private Optional<Trail> trail(String fund, String id, long size) throws SQLException {
    Trails trails = trails();
    return trails.leafOf(fund, id, size).flatMap(leaf -> trails.find(leaf, size));
  }

  private static List<String> steps(Hop hop) {
    return hop.steps().stream()
        .map(s -> "%s %s %s-%s".formatted(s.id(), s.amount(), drawn(s).from(), drawn(s).to()))
        .toList();
  }

  private static Trail.Drawn drawn(Step step) {
    return Objects.requireNonNull(step.drawn());
  }

  @Nested
  class OfADonation {

    @Test
    void listsThePaymentsThatDrewItInLedgerOrder() throws SQLException {
      log.add("anna", a.donation(1_000_000));
      long p1 = log.add("p1", a.disbursement(250_000, "g1"));
      log.add("r", a.refund(100_000, "anna"));

      Trail trail = trail("A", "anna", log.size()).orElseThrow();

      assertThat(trail.lens()).isEqualTo("first-in-first-out");
      assertThat(trail.hopsLeftOut()).isFalse();
      Hop hop = trail.hops().getFirst();
      assertThat(hop.amount()).isEqualTo("100");
      assertThat(hop.unspent()).isEqualTo("65");
      assertThat(hop.voided()).isEqualTo("10");
      assertThat(hop.spent()).isEqualTo("25");
      assertThat(hop.steps())
          .containsExactly(
              new Step(
                  p1,
                  "disbursement",
                  "p1",
                  "2026-02-01",
                  "25",
                  "25",
                  "0.25",
                  null,
                  null,
                  "g1",
                  "stated",
                  new Trail.Drawn("0", "25", "0", p1, false, false, "0"),
                  null));
    }

    @Test
    void saysWhatCameBackAndWhereItWentThen() throws SQLException {
      log.add("anna", a.donation(1_000_000));
      log.add("p1", a.disbursement(600_000, "g1"));
      log.add("b1", a.back(200_000, "g1"));
      log.add("p2", a.disbursement(500_000, "g2"));

      Hop hop = trail("A", "anna", log.size()).orElseThrow().hops().getFirst();

      assertThat(steps(hop)).containsExactly("p1 60 0-60", "p2 40 60-100", "p2 10 40-50");
      assertThat(hop.steps()).extracting(Step::cameBack).containsExactly("20", "0", "0");
      assertThat(hop.steps())
          .extracting(step -> drawn(step).again())
          .containsExactly(false, false, true);
      assertThat(hop.unspent()).isEqualTo("10");
      assertThat(hop.spent()).isEqualTo("90");
      assertThat(hop.cameBack()).isEqualTo("20");
    }

    @Test
    void saysWhenAPaymentWasMadeBeforeTheUnitsCameIn() throws SQLException {
      log.add("p1", a.disbursement(200_000, "g1"));
      long gift = log.add("anna", a.donation(1_000_000));

      Step step = trail("A", "anna", log.size()).orElseThrow().hops().getFirst().steps().getFirst();

      assertThat(drawn(step).coveredLater()).isTrue();
      assertThat(drawn(step).since()).isEqualTo(gift);
    }

    @Test
    void isFollowedThroughTransfersUnitByUnit() throws SQLException {
      log.add("boris", a.donation(100_000));
      log.add("anna", a.donation(1_000_000));
      log.add("out", a.transferOut(500_000, "B", "in"));
      log.add("in", b.transferIn(500_000, "A", "out"));
      log.add("p1", b.disbursement(200_000, "g1"));

      Trail trail = trail("A", "anna", log.size()).orElseThrow();

      assertThat(trail.hops()).hasSize(2);
      Hop next = trail.hops().get(1);
      assertThat(next.reachedBy()).isEqualTo(new Trail.Reached(0, 2, true));
      assertThat(next.amount()).isEqualTo("40");
      assertThat(steps(next)).containsExactly("p1 10 10-20");
      assertThat(next.unspent()).isEqualTo("30");
    }

    @Test
    void isFollowedThroughExchangesInProportion() throws SQLException {
      log.add("boris", a.donation(100_000));
      log.add("anna", a.donation(200_000));
      log.add("swap", a.exchange(300_000, 30_000));

      Trail trail = trail("A", "anna", log.size()).orElseThrow();

      assertThat(trail.hops().get(1).unit()).isEqualTo("EUR");
      assertThat(trail.hops().get(1).amount()).isEqualTo("2");
    }

    @Test
    void isFollowedThroughAChainOfFourHops() throws SQLException {
      for (int i = 0; i < 4; i++) {
        Flows fund = new Flows("fund" + i);
        log.add(
            "gift" + i,
            i == 0
                ? fund.donation(1_000_000)
                : fund.donationFrom(900_000, "on" + (i - 1), "fund" + (i - 1)));
        log.add("paid" + i, fund.disbursement(900_000, "grant" + i));
        log.add("on" + i, fund.passOn(900_000, "grant" + i, "fund" + (i + 1)));
        log.add("used" + i, fund.byGrantee(1_000, "grant" + i));
      }

      Trail trail = trail("fund0", "gift0", log.size()).orElseThrow();

      assertThat(trail.hops())
          .extracting(Hop::id)
          .containsExactly("gift0", "gift1", "gift2", "gift3");
      assertThat(trail.hops().get(3).reachedBy()).isEqualTo(new Trail.Reached(2, 10, false));
      assertThat(trail.hops().get(3).grants().getFirst().acts())
          .extracting(Trail.Act::id)
          .containsExactly("on3", "used3");
    }

    @Test
    void isToldAsItWasKnownAtAnEarlierSize() throws SQLException {
      log.add("anna", a.donation(1_000_000));
      log.add("p1", a.disbursement(600_000, "g1"));
      Trail then = trail("A", "anna", 2).orElseThrow();
      log.add("b1", a.back(200_000, "g1"));
      log.add("r", a.refund(500_000, "anna"));

      assertThat(trail("A", "anna", 2)).contains(then);
      assertThat(trail("A", "anna", 0)).isEmpty();
    }

    @Test
    void isBoundedAndSaysWhatIsLeftOut() throws SQLException {
      log.add("anna", a.donation(2_000_000));
      for (int i = 0; i < 150; i++) {
        log.add("p" + i, a.disbursement(10_000, "g1"));
        log.add("x" + i, a.byGrantee(10_000, "g1"));
      }

      Hop hop = trail("A", "anna", log.size()).orElseThrow().hops().getFirst();

      assertThat(hop.steps()).hasSize(Steps.MAX_STEPS);
      assertThat(hop.spent()).isEqualTo("150");
      assertThat(hop.spentLeftOut()).isEqualTo("50");
      assertThat(hop.grants().getFirst().acts()).hasSize(GranteeActs.MAX_ACTS);
      assertThat(hop.grants().getFirst().actsLeftOut()).isTrue();
    }
  }

  @Nested
  class OfAPayment {

    @Test
    void namesGiftsByLeafAndIdPageByPage() throws SQLException {
      for (int i = 0; i < 5; i++) {
        log.add("d" + i, a.donation(10_000));
      }
      long p = log.add("p", a.disbursement(60_000, "g1"));

      PaymentOrigins first = trails().origins(p, null, 3, log.size()).orElseThrow();
      PaymentOrigins second = trails().origins(p, first.next(), 3, log.size()).orElseThrow();

      assertThat(first.uncovered()).isEqualTo("1");
      assertThat(first.items())
          .extracting(PaymentOrigins.Item::id)
          .containsExactly("d0", "d1", "d2");
      assertThat(second.items()).extracting(PaymentOrigins.Item::id).containsExactly("d3", "d4");
      assertThat(second.next()).isNull();
      assertThatThrownBy(() -> trails().origins(p, null, 0, log.size()))
          .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void leadsFurtherBackThroughTransfers() throws SQLException {
      log.add("boris", a.donation(100_000));
      log.add("anna", a.donation(1_000_000));
      log.add("out", a.transferOut(500_000, "B", "in"));
      log.add("in", b.transferIn(500_000, "A", "out"));
      long p = log.add("p1", b.disbursement(200_000, "g1"));

      PaymentOrigins.Item item =
          trails().origins(p, null, 10, log.size()).orElseThrow().items().getFirst();
      assertThat(item.earlier()).isEqualTo(new PaymentOrigins.Earlier(2, "0", "20"));

      assertThat(
              trails()
                  .origins(new PaymentOrigins.Earlier(2, "0", "20"), null, 10, log.size())
                  .orElseThrow()
                  .items())
          .extracting(i -> i.id() + " " + i.amount())
          .containsExactly("boris 10", "anna 10");
    }
  }

  @Test
  void forwardAndBackwardAgreeAndEverySizeStaysAsItWas() throws SQLException {
    for (int seed = 0; seed < SEQUENCES; seed++) {
      empty();
      List<IndexedEntry> entries = RandomLog.of(seed, 120).entries();
      Map<Long, List<Trail>> published = new HashMap<>();
      Trails trails = new Trails(DATABASE.dataSource(), EvidenceLadder.NOTHING_BUT_STATED);
      for (int from = 0; from < entries.size(); from += 40) {
        int to = Math.min(from + 40, entries.size());
        FundLinesTest.apply(DATABASE.dataSource(), entries.subList(from, to));
        published.put((long) to, all(trails, entries, to));
      }
      for (Map.Entry<Long, List<Trail>> then : published.entrySet()) {
        assertThat(all(trails, entries, then.getKey()))
            .as("seed %d, size %d", seed, then.getKey())
            .isEqualTo(then.getValue());
      }
      agree(trails, entries, seed);
    }
  }

  private static List<Trail> all(Trails trails, List<IndexedEntry> entries, long size) {
    List<Trail> all = new ArrayList<>();
    entries.forEach(entry -> trails.find(entry.index(), size).ifPresent(all::add));
    return all;
  }

  private static void agree(Trails trails, List<IndexedEntry> entries, int seed) {
    List<String> forward = new ArrayList<>();
    List<String> backward = new ArrayList<>();
    long size = entries.size();
    for (Trail trail : all(trails, entries, size)) {
      Hop hop = trail.hops().getFirst();
      BigDecimal whole =
          new BigDecimal(hop.unspent())
              .add(new BigDecimal(hop.voided()))
              .add(new BigDecimal(hop.spent()));
      assertThat(whole).as("seed %d %s", seed, hop).isEqualByComparingTo(hop.amount());
      assertThat(hop.spentLeftOut()).isEqualTo("0");
      for (Step s : hop.steps()) {
        forward.add(
            told(
                hop.leaf(), s.leaf(), drawn(s).from(), s.amount(), drawn(s).since(), s.cameBack()));
      }
    }
    for (IndexedEntry entry : entries) {
      trails
          .origins(entry.index(), null, 500, size)
          .ifPresent(page ->
              page.items().stream()
                  .filter(i -> i.leaf() != null)
                  .forEach(i ->
                      backward.add(
                          told(
                              i.leaf(),
                              page.leaf(),
                              i.from(),
                              i.amount(),
                              i.since(),
                              i.cameBack()))));
    }
    assertThat(forward).as("seed %d", seed).containsExactlyInAnyOrderElementsOf(backward);
  }

  private static String told(
      @Nullable Long gift,
      long payment,
      @Nullable String from,
      String amount,
      long since,
      String cameBack) {
    return "%s > %d: %s+%s since %d, %s back"
        .formatted(gift, payment, from, amount, since, cameBack);
  }
}
