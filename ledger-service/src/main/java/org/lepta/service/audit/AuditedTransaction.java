package org.lepta.service.audit;

import static org.lepta.service.audit.DifferenceException.require;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.lepta.ledger.entry.Entry;
import org.lepta.ledger.entry.Leaf;
import org.lepta.ledger.entry.Through;
import org.lepta.ledger.rule.Batch;

/**
 * The leaves of one transaction, which stand next to each other.
 *
 * @param first index of the first leaf
 */
record AuditedTransaction(long first, List<Leaf> leaves) {

  /** Later than every date that an entry may name; stands for a date that leaves do not tell. */
  private static final Instant UNKNOWN =
      LocalDate.of(9999, 12, 31).atStartOfDay(ZoneOffset.UTC).toInstant();

  AuditedTransaction {
    leaves = List.copyOf(leaves);
  }

  Leaf head() {
    return leaves.getFirst();
  }

  Through through() {
    return head().through();
  }

  String organisation() {
    return head().recordedBy();
  }

  List<Entry> entries() {
    return leaves.stream().map(Leaf::entry).toList();
  }

  /** Whether its leaves tell date and seal. */
  boolean isSecond() {
    return head().version() >= 2;
  }

  /** Begin of the day of its own timestamp. */
  Instant time() {
    LocalDate on = head().at().on();
    return on == null ? UNKNOWN : on.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  /** Puts leaves together; what contradicts within one transaction is told at once. */
  static final class Builder {

    private final List<Leaf> open = new ArrayList<>();
    private long first;

    /** Whether this leaf belongs to the transaction that is open. */
    boolean continues(Leaf leaf) {
      return !open.isEmpty()
          && open.getFirst().at().block() == leaf.at().block()
          && open.getFirst().at().transaction() == leaf.at().transaction();
    }

    void add(long index, Leaf leaf) throws DifferenceException {
      if (open.isEmpty()) {
        first = index;
      } else {
        Leaf head = open.getFirst();
        boolean same =
            head.version() == leaf.version()
                && head.recordedBy().equals(leaf.recordedBy())
                && head.through() == leaf.through()
                && head.orgSeq() == leaf.orgSeq()
                && Objects.equals(head.sealedUpTo(), leaf.sealedUpTo())
                && Objects.equals(head.at().on(), leaf.at().on());
        require(same, Check.ORDER, index, "contradicts the leaves of the same transaction");
      }
      int position = leaf.at().position();
      require(
          position >= open.size(),
          Check.ORDER,
          index,
          () -> "position " + position + " stands twice");
      require(
          position == open.size(),
          Check.POSITION,
          index,
          () -> "position " + open.size() + " of the transaction is left out");
      require(open.size() < Batch.MAX_ENTRIES, Check.ORDER, index, "too many in one transaction");
      open.add(leaf);
    }

    boolean isEmpty() {
      return open.isEmpty();
    }

    AuditedTransaction take() {
      AuditedTransaction transaction = new AuditedTransaction(first, open);
      open.clear();
      return transaction;
    }
  }
}
