package org.lepta.service.trail;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.lepta.ledger.entry.Lens;
import org.lepta.ledger.money.Amount;
import org.lepta.service.indexing.IndexedEntry;
import org.lepta.service.testing.TestDatabase;
import org.lepta.service.trail.Trail.Hop;

/**
 * What holds under the proportional lens for every sequence of entries and every beginning of it:
 * seeded ones in a real database; more of them with -Dlepta.long=true.
 */
class ProportionalLawsTest {

  private static final int SEQUENCES = Boolean.getBoolean("lepta.long") ? 20 : 2;
  private static final int ENTRIES = 120;
  private static final int GROUP = 24;

  @RegisterExtension
  static final TestDatabase DATABASE = TestDatabase.preparedBy("trail", FundLinesTest::migrate);

  @BeforeEach
  void empty() throws SQLException {
    FundLinesTest.clear(DATABASE.dataSource());
  }

  @Test
  void everyUnitGoesWhereTheRuleToldUnitByUnitSendsItAtEverySizeAndForEver() throws SQLException {
    for (int seed = 0; seed < SEQUENCES; seed++) {
      empty();
      List<IndexedEntry> entries = RandomLog.of(seed, ENTRIES).entries();
      Trails trails = new Trails(DATABASE.dataSource(), EvidenceLadder.NOTHING_BUT_STATED);
      Map<Integer, List<Trail>> published = new TreeMap<>();
      for (int from = 0; from < ENTRIES; from += GROUP) {
        int size = Math.min(from + GROUP, ENTRIES);
        FundLinesTest.apply(DATABASE.dataSource(), entries.subList(from, size));
        published.put(size, all(trails, entries, size));
      }
      for (int size = 1; size <= ENTRIES; size++) {
        List<Trail> then = all(trails, entries, size);
        agree(seed, then, entries.subList(0, size));
        if (published.containsKey(size)) {
          assertThat(then).as("seed %d, size %d", seed, size).isEqualTo(published.get(size));
        }
      }
    }
  }

  private static List<Trail> all(Trails trails, List<IndexedEntry> entries, int size) {
    List<Trail> all = new ArrayList<>();
    for (IndexedEntry entry : entries) {
      trails.find(entry.index(), size, Lens.PROPORTIONAL).ifPresent(all::add);
    }
    return all;
  }

  private static void agree(int seed, List<Trail> trails, List<IndexedEntry> entries) {
    Map<BookKey, PoolByUnit> plain = new HashMap<>();
    for (IndexedEntry entry : entries) {
      String fund = Objects.requireNonNull(entry.fund()).id();
      for (Movement movement : Movements.of(entry)) {
        plain
            .computeIfAbsent(new BookKey(fund, movement.unit().code()), key -> new PoolByUnit())
            .apply(movement);
      }
    }
    plain.values().forEach(PoolByUnit::share);
    Map<String, Long> shared = new TreeMap<>();
    for (Trail trail : trails) {
      Hop hop = trail.hops().getFirst();
      String of = "seed %d, size %d, %s".formatted(seed, entries.size(), hop);
      assertThat(units(hop.unspent()) + units(hop.voided()) + units(hop.spent()))
          .as(of)
          .isEqualTo(units(hop.amount()));
      if (!trail.lens().equals(Lens.PROPORTIONAL.word())) {
        continue;
      }
      PoolByUnit pool = Objects.requireNonNull(plain.get(new BookKey(hop.fund(), hop.unit())));
      assertThat(units(hop.unspent())).as(of).isEqualTo(pool.unspent(hop.leaf()));
      assertThat(units(hop.voided())).as(of).isEqualTo(pool.voided.getOrDefault(hop.leaf(), 0L));
      assertThat(hop.spentLeftOut()).as(of).isEqualTo("0");
      for (Trail.Step step : hop.steps()) {
        assertThat(units(step.amount())).as(of).isPositive();
        shared.merge(
            PoolByUnit.share(hop.leaf(), step.leaf(), String.valueOf(step.month())),
            units(step.amount()),
            Long::sum);
      }
    }
    assertThat(shared)
        .as("seed %d, size %d", seed, entries.size())
        .isEqualTo(ofGifts(plain, trails));
  }

  /** What the plain telling shares of gifts; units that came back have no trail of their own. */
  private static Map<String, Long> ofGifts(Map<BookKey, PoolByUnit> plain, List<Trail> trails) {
    List<String> gifts =
        trails.stream().map(trail -> trail.hops().getFirst().leaf() + " ").toList();
    Map<String, Long> shares = new TreeMap<>();
    for (PoolByUnit pool : plain.values()) {
      pool.shares.forEach((share, units) -> {
        if (gifts.stream().anyMatch(share::startsWith)) {
          shares.merge(share, units, Long::sum);
        }
      });
    }
    return shares;
  }

  private static long units(String amount) {
    return Amount.parse(amount).tenThousandths();
  }
}
