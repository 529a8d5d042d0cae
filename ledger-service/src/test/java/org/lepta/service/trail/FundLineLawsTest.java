package org.lepta.service.trail;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lepta.ledger.entry.Account;
import org.lepta.ledger.entry.Posting;
import org.lepta.service.indexing.IndexedEntry;

/** What holds for every sequence of entries: 300 seeded ones, 3,000 with -Dlepta.long=true. */
class FundLineLawsTest {

  private static final int SEQUENCES = Boolean.getBoolean("lepta.long") ? 3_000 : 300;
  private static final int ENTRIES = 120;

  @Test
  void unspentLessUncoveredTiesToTheBalancesAtEveryPrefix() {
    for (int seed = 0; seed < SEQUENCES; seed++) {
      LineTable table = new LineTable();
      Map<BookKey, BigInteger> balances = new HashMap<>();
      for (IndexedEntry entry : RandomLog.of(seed, ENTRIES).entries()) {
        table.apply(entry);
        post(balances, entry);
        for (BookKey key : table.books().keySet()) {
          assertThat(table.stands(key))
              .as("seed %d, leaf %d, %s", seed, entry.index(), key)
              .isEqualTo(balances.getOrDefault(key, BigInteger.ZERO));
        }
      }
    }
  }

  private static void post(Map<BookKey, BigInteger> balances, IndexedEntry entry) {
    String fund = Objects.requireNonNull(entry.fund()).id();
    for (Posting posting : entry.leaf().postings()) {
      if (posting.account().isInside() && posting.account() != Account.HELD) {
        balances.merge(
            new BookKey(fund, posting.unit().code()),
            BigInteger.valueOf(posting.amount().tenThousandths()),
            BigInteger::add);
      }
    }
  }

  @Test
  void everyUnitGoesWhereTheRulesToldUnitByUnitSendIt() {
    for (int seed = 0; seed < SEQUENCES; seed++) {
      LineTable table = new LineTable();
      Map<BookKey, UnitByUnit> plain = new HashMap<>();
      for (IndexedEntry entry : RandomLog.of(seed, ENTRIES).entries()) {
        table.apply(entry);
        String fund = Objects.requireNonNull(entry.fund()).id();
        for (Movement movement : Movements.of(entry)) {
          plain
              .computeIfAbsent(new BookKey(fund, movement.unit().code()), key -> new UnitByUnit())
              .apply(movement);
        }
      }
      for (Map.Entry<BookKey, UnitByUnit> expected : plain.entrySet()) {
        LineBook book = Objects.requireNonNull(table.books().get(expected.getKey()));
        assertThat(unitsDrawn(book))
            .as("seed %d, %s", seed, expected.getKey())
            .containsExactlyInAnyOrderElementsOf(expected.getValue().draws);
        assertThat(unitsUnspent(book))
            .as("seed %d, %s", seed, expected.getKey())
            .isEqualTo(expected.getValue().unspent());
      }
    }
  }

  private static Set<String> unitsDrawn(LineBook book) {
    Set<String> units = new LinkedHashSet<>();
    for (Draw draw : book.changes().newDraws) {
      Origin origin = draw.origin();
      for (long i = 0; i < draw.amount(); i++) {
        Origin unit = origin == null ? null : origin.plus(i);
        units.add(draw.payment() + ":" + (draw.spentOffset() + i) + " < " + unit);
      }
    }
    return units;
  }

  private static List<String> unitsUnspent(LineBook book) {
    List<String> units = new ArrayList<>();
    for (Given piece : book.changes().newGivens) {
      for (long i = 0; i < piece.unspent(); i++) {
        units.add(String.valueOf(piece.originAt(piece.drawn() + i)));
      }
    }
    return units.stream().sorted().toList();
  }

  @Test
  void whatWasDrawnNeverMoves() {
    for (int seed = 0; seed < SEQUENCES; seed++) {
      LineTable table = new LineTable();
      Map<BookKey, List<Draw>> before = new HashMap<>();
      for (IndexedEntry entry : RandomLog.of(seed, ENTRIES).entries()) {
        table.apply(entry);
        table
            .books()
            .forEach((key, book) -> {
              List<Draw> now = List.copyOf(book.changes().newDraws);
              List<Draw> then = before.getOrDefault(key, List.of());
              assertThat(now).startsWith(then.toArray(Draw[]::new));
              assertThat(now.subList(then.size(), now.size()))
                  .allMatch(draw -> draw.leaf() == entry.index());
              before.put(key, now);
            });
      }
    }
  }

  @Test
  void aRefundOfAnEarlyGiftMovesNoPieceOfAnotherDonor() {
    for (int seed = 0; seed < SEQUENCES; seed++) {
      TestLog without = RandomLog.of(seed, ENTRIES);
      TestLog with = RandomLog.of(seed, ENTRIES);
      List<String> published = LineTable.of(without).draws();

      with.add("late", new Flows("F").refund(5, "e1"));

      assertThat(LineTable.of(with).draws()).containsAll(published);
    }
  }

  @Test
  void earmarkedUnitsAreDrawnOnItsLineAlone() {
    for (int seed = 0; seed < SEQUENCES; seed++) {
      LineTable table = LineTable.of(RandomLog.of(seed, ENTRIES));
      for (LineBook book : table.books().values()) {
        Map<Long, Long> lineOfGift = new HashMap<>();
        for (Given piece : book.changes().newGivens) {
          if (piece.origin != null) {
            Long first = lineOfGift.putIfAbsent(piece.origin.leaf(), piece.line);
            assertThat(first).isIn(null, piece.line);
          }
        }
        for (Draw draw : book.changes().newDraws) {
          Origin origin = draw.origin();
          assertThat(origin == null ? draw.line() : lineOfGift.getOrDefault(origin.leaf(), -1L))
              .isEqualTo(draw.line());
        }
      }
    }
  }
}
