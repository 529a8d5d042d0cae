package org.lepta.service.trail;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import org.lepta.ledger.entry.Account;
import org.lepta.ledger.entry.Posting;
import org.lepta.service.indexing.BrokenIndexException;
import org.lepta.service.indexing.IndexedEntry;

/**
 * Unspent less uncovered equals free, committed and released: what a group of entries adds to the
 * lines, which move by kinds, is what it adds to the balances, which move by postings. As both
 * begin at nothing, it holds for every prefix. Not thread-safe.
 */
final class Conservation {

  private final Map<BookKey, BigInteger> posted = new HashMap<>();

  /** Counts the postings of an entry. */
  void count(IndexedEntry entry) {
    if (entry.fund() == null) {
      return;
    }
    for (Posting posting : entry.leaf().postings()) {
      if (posting.account().isInside() && posting.account() != Account.HELD) {
        posted.merge(
            new BookKey(entry.fund().id(), posting.unit().code()),
            BigInteger.valueOf(posting.amount().tenThousandths()),
            BigInteger::add);
      }
    }
  }

  /** Throws {@link BrokenIndexException} naming the first fund whose lines do not tie. */
  void check(Map<BookKey, BookWork> works) {
    for (BookKey key : works.keySet()) {
      posted.putIfAbsent(key, BigInteger.ZERO);
    }
    for (BookKey key : posted.keySet().stream().sorted().toList()) {
      BookWork work = works.get(key);
      BigInteger moved = work == null ? BigInteger.ZERO : work.book.moved();
      BigInteger stated = posted.getOrDefault(key, BigInteger.ZERO);
      if (!moved.equals(stated)) {
        throw new BrokenIndexException(
            "fund %s in %s: its lines moved by %s, its balances by %s (ten-thousandths)"
                .formatted(key.fund(), key.unit(), moved, stated));
      }
    }
  }
}
