package org.lepta.service.exchange.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lepta.ledger.entry.Amendment;
import org.lepta.ledger.entry.AmendmentReason;
import org.lepta.ledger.entry.Correction;
import org.lepta.ledger.entry.Entry;
import org.lepta.ledger.entry.Flow;
import org.lepta.ledger.entry.Grant;
import org.lepta.ledger.entry.Header;
import org.lepta.ledger.money.Amount;
import org.lepta.service.exchange.LineKey;

/**
 * What the ledger holds of one line, and what has to be recorded so that it holds what a newer file
 * says: the difference, under ids of its own, never an edit. Applied twice, the second time there
 * is nothing to do. Not thread-safe.
 */
final class LineHistory {

  private final LineKey key;
  private final List<Part> standing = new ArrayList<>();
  private int changes;

  /** A recorded entry and what of its amount was not taken back. */
  private record Part(Entry entry, Flow flow, Amount rest) {}

  /**
   * Follows a line.
   *
   * @param key the line
   * @param recorded its entry and later changes, in any order
   */
  LineHistory(LineKey key, List<Entry> recorded) {
    this.key = key;
    recorded.stream()
        .sorted(Comparator.comparingInt(entry -> LineIds.changeOf(entry.id())))
        .forEach(this::follow);
  }

  private void follow(Entry entry) {
    changes = Math.max(changes, LineIds.changeOf(entry.id()));
    if (entry.body() instanceof Correction undo && undo.target() != null) {
      takeBack(indexOf(undo.target()), undo.amount());
    } else if (entry.body() instanceof Flow flow) {
      boolean undoes =
          !standing.isEmpty()
              && standing.getLast().flow() instanceof Correction negative
              && !(flow instanceof Correction)
              && flow.getClass().equals(negative.reverses().getClass());
      if (undoes) {
        takeBack(standing.size() - 1, flow.amount());
      } else {
        standing.add(new Part(entry, flow, flow.amount()));
      }
    }
  }

  private int indexOf(String id) {
    for (int i = standing.size() - 1; i >= 0; i--) {
      if (standing.get(i).entry().id().equals(id)) {
        return i;
      }
    }
    return -1;
  }

  private void takeBack(int index, Amount amount) {
    if (index < 0) {
      return;
    }
    Part part = standing.get(index);
    Amount rest = part.rest().minus(amount);
    if (rest.signum() == 0) {
      standing.remove(index);
    } else {
      standing.set(index, new Part(part.entry(), part.flow(), rest));
    }
  }

  /** Whether it was ever recorded. */
  boolean isKnown() {
    return changes > 0 || !standing.isEmpty();
  }

  /** What to record so that exactly this entry stands; nothing if it does already. */
  List<Entry> become(Entry wanted) {
    if (!isKnown()) {
      return List.of(wanted);
    }
    Flow flow = (Flow) wanted.body();
    if (!standing.isEmpty() && sameBesideAmount(wanted)) {
      return byAmount(wanted, flow);
    }
    List<Entry> all = new ArrayList<>(vanish());
    all.add(new Entry(named(wanted.header()), flow));
    return all;
  }

  /** What to record so that nothing of it stands. */
  List<Entry> vanish() {
    List<Entry> all = new ArrayList<>();
    for (int i = standing.size() - 1; i >= 0; i--) {
      // Also an amount of nothing is taken back, or it would stand beside its restatement.
      Part part = standing.get(i);
      all.add(reversal(part, part.rest()));
    }
    return all;
  }

  private boolean sameBesideAmount(Entry wanted) {
    Flow flow = (Flow) wanted.body();
    Part first = standing.getFirst();
    boolean sameDay =
        Objects.equals(first.entry().header().happenedOn(), wanted.header().happenedOn());
    return sameDay
        && first.flow().unit().equals(flow.unit())
        && Amounts.with(first.flow(), Amount.ZERO).equals(Amounts.with(flow, Amount.ZERO));
  }

  private List<Entry> byAmount(Entry wanted, Flow flow) {
    Amount stands = Amount.ZERO;
    for (Part part : standing) {
      stands = stands.plus(part.rest());
    }
    Amount difference = flow.amount().minus(stands);
    if (difference.signum() == 0) {
      return List.of();
    }
    if (flow instanceof Grant grant) {
      return List.of(amendment(wanted, grant, difference));
    }
    if (difference.signum() > 0) {
      return List.of(new Entry(named(wanted.header()), Amounts.with(flow, difference)));
    }
    return lowered(difference.negated());
  }

  private Entry amendment(Entry wanted, Grant grant, Amount difference) {
    AmendmentReason reason =
        difference.signum() > 0
            ? AmendmentReason.MORE
            : grant.amount().signum() == 0 ? AmendmentReason.CANCELLED : AmendmentReason.LESS;
    // The date of the award is not the date of its change, which the file does not tell.
    Header header = named(wanted.header()).happened(null);
    return new Entry(
        header,
        new Amendment(
            grant.fund(),
            grant.unit(),
            difference,
            standing.getFirst().entry().id(),
            reason,
            null,
            null,
            List.of()));
  }

  private List<Entry> lowered(Amount by) {
    List<Entry> all = new ArrayList<>();
    Amount left = by;
    for (int i = standing.size() - 1; i >= 0 && left.signum() > 0; i--) {
      Part part = standing.get(i);
      Amount piece = part.rest().min(left);
      all.add(reversal(part, piece));
      left = left.minus(piece);
    }
    return all;
  }

  private Entry reversal(Part part, Amount amount) {
    Header header = named(part.entry().header());
    if (part.flow() instanceof Correction negative) {
      return new Entry(header, Amounts.with(negative.reverses(), amount));
    }
    Correction undo =
        new Correction(part.entry().id(), "publisher-changed", Amounts.with(part.flow(), amount));
    return new Entry(header, undo);
  }

  private Header named(@Nullable Header like) {
    changes++;
    Header header = Header.of(LineIds.change(key.id(), changes), key.statedBy());
    return like == null ? header : header.happened(like.happenedOn());
  }
}
