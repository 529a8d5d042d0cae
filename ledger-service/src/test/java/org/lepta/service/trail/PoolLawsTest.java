package org.lepta.service.trail;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.lepta.service.indexing.IndexedEntry;
import org.lepta.service.trail.PoolBook.Extent;
import org.lepta.service.trail.PoolMonths.Known;
import org.lepta.service.trail.Shares.Due;
import org.lepta.service.trail.Shares.Payment;
import org.lepta.service.trail.Shares.Share;

/**
 * Pools conserve at every beginning of every sequence of entries: 4,800 seeded ones, 100,800 with
 * -Dlepta.long=true.
 */
class PoolLawsTest {

  private static final int SEQUENCES = Boolean.getBoolean("lepta.long") ? 840 : 40;
  private static final int ENTRIES = 120;

  @Test
  void giftsMeetWithoutAGapInEveryMonthAndTheirSharesAddUpToEveryPayment() {
    for (int seed = 0; seed < SEQUENCES; seed++) {
      LineTable table = new LineTable();
      for (IndexedEntry entry : RandomLog.of(seed, ENTRIES).entries()) {
        table.apply(entry);
        for (LineBook book : table.books().values()) {
          if (!book.pool.months().isEmpty()) {
            new Prefix("seed %d, leaf %d".formatted(seed, entry.index()), book).check();
          }
        }
      }
    }
  }

  /** A pool at some beginning of a sequence. */
  private static final class Prefix {
    private final String name;
    private final LineBook book;
    private final PoolBook pool;
    private final Line general;
    private final List<BigInteger> ends = new ArrayList<>();
    private final List<Map<Long, BigInteger>> paid = new ArrayList<>();
    private final List<List<Due>> due;

    Prefix(String name, LineBook book) {
      this.name = name;
      this.book = book;
      this.pool = book.pool;
      this.general = Objects.requireNonNull(book.find(Line.GENERAL));
      List<BigInteger> out = new ArrayList<>();
      for (int month = 0; month < pool.months().size(); month++) {
        ends.add(BigInteger.ZERO);
        paid.add(new TreeMap<>());
        out.add(known(month, 0).pot().out());
      }
      this.due = Shares.due(out, payments(), BigInteger.ZERO);
    }

    void check() {
      gifts().forEach(this::follow);
      for (int month = 0; month < ends.size(); month++) {
        Map<Long, BigInteger> all = new TreeMap<>();
        due.get(month).forEach(part -> all.merge(part.payment(), part.units(), BigInteger::add));
        assertThat(paid.get(month)).as(name).isEqualTo(all);
        assertThat(ends.get(month)).as(name).isEqualTo(known(month, 0).pot().units());
      }
      Pot last = known(ends.size() - 1, 0).pot();
      assertThat(last.units().subtract(last.out()))
          .as(name)
          .isEqualTo(general.stands().max(BigInteger.ZERO));
    }

    private void follow(long gift, Extent extent) {
      int first = pool.monthOf(gift);
      Known own = known(first, gift);
      Held held = Held.given(own.opened(), extent, 0, Long.MAX_VALUE, own.changes());
      for (int month = first; month < ends.size(); month++) {
        Known known = known(month, gift);
        held = month == first ? held : held.changed(known.changes());
        assertThat(held.from()).as(name).isEqualTo(ends.get(month));
        assertThat(held.units()).as(name).isNotNegative();
        ends.set(month, held.to());
        share(month, known.pot(), held);
        held = held.left(known.pot());
      }
    }

    private void share(int month, Pot pot, Held held) {
      BigInteger from = pot.taken(held.from());
      BigInteger to = pot.taken(held.to());
      BigInteger sum = BigInteger.ZERO;
      for (Share share : Shares.of(from, to, pot.out(), due.get(month))) {
        assertThat(share.units()).as(name).isPositive();
        BigInteger units = BigInteger.valueOf(share.units());
        paid.get(month).merge(share.payment(), units, BigInteger::add);
        sum = sum.add(units);
      }
      assertThat(sum).as(name).isEqualTo(to.subtract(from));
      BigInteger exact = held.units().multiply(pot.out());
      assertThat(sum.multiply(pot.units()).subtract(exact).abs())
          .as(name)
          .isLessThanOrEqualTo(pot.units());
    }

    private Known known(int month, long gift) {
      PoolMonth opened = pool.months().get(month);
      boolean last = month + 1 == pool.months().size();
      BigInteger given = last ? general.sums().given() : pool.months().get(month + 1).given();
      BigInteger spent = last ? general.sums().spent() : pool.months().get(month + 1).spent();
      PoolMonth.Changes changes = pool.changes(month, gift);
      return new Known(opened, opened.pot(given, spent, changes), changes);
    }

    private List<Payment> payments() {
      NavigableMap<Long, BigInteger> units = new TreeMap<>();
      for (Spent payment : book.changes().newSpents) {
        if (payment.line == general.id) {
          units.put(payment.leaf, BigInteger.valueOf(payment.amount));
        }
      }
      for (PoolChange change : pool.newChanges()) {
        if (change.paid()) {
          units.merge(change.source(), BigInteger.valueOf(change.amount()), BigInteger::add);
        }
      }
      return units.entrySet().stream()
          .filter(payment -> payment.getValue().signum() > 0)
          .map(payment -> new Payment(payment.getKey(), payment.getValue()))
          .toList();
    }

    /** What stands on the line, and what the pool alone holds: uncovered units that came back. */
    private NavigableMap<Long, Extent> gifts() {
      NavigableMap<Long, Extent> gifts = new TreeMap<>();
      for (Given piece : book.changes().newGivens) {
        if (piece.line == general.id) {
          gifts.merge(
              piece.leaf,
              new Extent(piece.starts, BigInteger.valueOf(piece.amount)),
              (a, b) -> new Extent(a.starts(), a.amount().add(b.amount())));
        }
      }
      for (PoolChange change : pool.newChanges()) {
        if (!change.paid() && !gifts.containsKey(change.source())) {
          Map.Entry<Long, Extent> before = gifts.lowerEntry(change.source());
          BigInteger starts =
              before == null
                  ? BigInteger.ZERO
                  : before.getValue().starts().add(before.getValue().amount());
          gifts.put(change.source(), new Extent(starts, BigInteger.ZERO));
        }
      }
      return gifts;
    }
  }
}
