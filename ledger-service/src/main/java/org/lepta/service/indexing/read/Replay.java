package org.lepta.service.indexing.read;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.lepta.ledger.entry.Kind;
import org.lepta.service.indexing.matching.WholeMatching;

/**
 * Works figures out again from the entries below a size. What was worked out once is kept for a
 * while, since it never changes; one question is worked on at a time, so that old figures never
 * take the whole machine. Thread-safe.
 */
final class Replay {

  private static final int KEPT = 256;

  private final Index index;
  private final Entries entries;
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<List<Object>, Object> kept =
      new LinkedHashMap<>(KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<List<Object>, Object> eldest) {
          return size() > KEPT;
        }
      };

  Replay(Index index, Entries entries) {
    this.index = index;
    this.entries = entries;
  }

  List<Totals> ofFund(String fund, long size) {
    return once(
        List.of("fund", fund, size),
        () -> fold(EntryQuery.ALL.fund(fund).at(size), size).totals(own -> own.equals(fund)));
  }

  List<Totals> ofOrganisation(String organisation, long size) {
    return once(
        List.of("organisation", organisation, size),
        () -> {
          SumFold fold = new SumFold(this::ownerOf, onward(size));
          entries.forEach(
              EntryQuery.of(Kind.CONFIRMATION).at(size).ascending(true), fold::addConfirmation);
          entries.forEach(
              EntryQuery.ALL.organisation(organisation).at(size).ascending(true),
              entry -> {
                if (organisation.equals(entry.owner())) {
                  fold.add(entry);
                }
              });
          return fold.totals(fund -> true);
        });
  }

  List<GrantTotals> ofGrant(String fund, String grant, boolean managed, long size) {
    return once(
        List.of("grant", fund, grant, size),
        () -> {
          SumFold fold = new SumFold(this::ownerOf, Map.of());
          entries.forEach(
              EntryQuery.of(Kind.CONFIRMATION).fund(fund).at(size).ascending(true),
              fold::addConfirmation);
          entries.forEach(EntryQuery.ALL.grant(fund, grant).at(size).ascending(true), fold::add);
          return fold.grant(fund, managed);
        });
  }

  LedgerFigures ofLedger(long size) {
    return once(
        List.of("ledger", size),
        () -> {
          SumFold fold = fold(EntryQuery.ALL.at(size), size);
          return new LedgerFigures(heightOf(size), size, fold.counts(), fold.joint());
        });
  }

  /** Number of the block after the one that brought the log to this size. */
  long heightOf(long size) {
    return size == 0 ? 0 : entries.find(size - 1).orElseThrow().leaf().at().block() + 1;
  }

  /** Confirmations first, so that what is kept of payments is only what they speak of. */
  private SumFold fold(EntryQuery query, long size) {
    SumFold fold = new SumFold(this::ownerOf, onward(size));
    entries.forEach(query.kinds(Set.of(Kind.CONFIRMATION)).ascending(true), fold::addConfirmation);
    entries.forEach(query.ascending(true), fold::add);
    return fold;
  }

  private Map<String, Map<String, BigDecimal>> onward(long size) {
    return once(
        List.of("onward", size),
        () -> index.connected(connection -> WholeMatching.onward(connection, size)));
  }

  private Optional<String> ownerOf(String fund) {
    return index.one("SELECT owner FROM fund WHERE id = ?", (row, n) -> row.getString(1), fund);
  }

  @SuppressWarnings("unchecked")
  private <T> T once(List<Object> question, Supplier<T> work) {
    lock.lock();
    try {
      Object known = kept.get(question);
      if (known == null) {
        known = work.get();
        kept.put(question, known);
      }
      return (T) known;
    } finally {
      lock.unlock();
    }
  }
}
