package org.lepta.service.trail;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.lepta.ledger.entry.Kind;

/**
 * The movements of a group in one book, and how much of the stored line they can need at most. Not
 * thread-safe.
 */
final class BookWork {

  final BookKey key;
  final LineBook book = new LineBook();
  final List<Movement> movements = new ArrayList<>();
  private long in;
  private long out;
  private long back;

  BookWork(BookKey key) {
    this.key = key;
  }

  void add(Movement movement) {
    movements.add(movement);
    switch (movement) {
      case Movement.Give m -> in = saturated(in, m.amount());
      case Movement.Pay m -> out = saturated(out, m.amount());
      case Movement.Lower m -> out = saturated(out, m.amount());
      case Movement.TakeBack m -> {
        in = saturated(in, m.amount());
        back = saturated(back, m.amount());
      }
    }
  }

  private static long saturated(long sum, long amount) {
    long after = sum + amount;
    return after < 0 ? Long.MAX_VALUE : after;
  }

  /** No more uncovered spending than this is covered or taken back. */
  long in() {
    return in;
  }

  /** No more unspent units than this are drawn or voided. */
  long out() {
    return out;
  }

  /** No more of what was paid than this is taken back. */
  long back() {
    return back;
  }

  /** The earmarks of lines that may be asked for by name. */
  Set<String> earmarks() {
    Set<String> earmarks = new LinkedHashSet<>();
    earmarks.add(Line.GENERAL);
    for (Movement movement : movements) {
      String donation =
          switch (movement) {
            case Movement.Give m -> m.purse().donation();
            case Movement.Pay m -> m.purse().donation();
            case Movement.Lower m -> m.purse().donation();
            case Movement.TakeBack m -> m.purse().donation();
          };
      if (donation != null) {
        earmarks.add(donation);
      }
    }
    return earmarks;
  }

  /** Gifts whose own unspent units are wanted. */
  Set<Source> loweredGifts() {
    Set<Source> targets = new LinkedHashSet<>();
    for (Movement movement : movements) {
      if (movement instanceof Movement.Lower m && m.target() != null) {
        targets.add(m.target());
      }
    }
    return targets;
  }

  /** Payments and refunds that are wanted by name. */
  Set<Source> loweredPayments() {
    Set<Source> targets = new LinkedHashSet<>();
    for (Movement movement : movements) {
      if (movement instanceof Movement.TakeBack m && m.target() != null) {
        targets.add(m.target());
      }
    }
    return targets;
  }

  /** Grants whose newest payments are wanted. */
  Set<String> returnedGrants() {
    Set<String> grants = new LinkedHashSet<>();
    for (Movement movement : movements) {
      if (movement instanceof Movement.TakeBack m && m.target() == null && m.grant() != null) {
        grants.add(m.grant());
      }
    }
    return grants;
  }

  static boolean isReturn(Source source) {
    return source.kind() == Kind.RETURN;
  }
}
