package org.lepta.service.audit;

import static org.lepta.service.audit.DifferenceException.require;

import java.util.HashMap;
import java.util.Map;
import org.lepta.ledger.entry.Leaf;
import org.lepta.ledger.entry.Through;

/**
 * Places on the ledger strictly ascend, and so do the numbers of every organisation's batches and
 * lane transactions. A number without any leaf is a transaction without entries, or one that is
 * withheld: the log alone cannot tell, so it is counted. Not thread-safe.
 */
final class Sequences {

  private record Line(String organisation, Through through) {}

  private final Map<Line, Long> newest = new HashMap<>();
  private long block = -1;
  private int transaction = -1;
  private long missing;

  void check(AuditedTransaction t) throws DifferenceException {
    Leaf.Place at = t.head().at();
    require(
        at.block() > block || (at.block() == block && at.transaction() > transaction),
        Check.ORDER,
        t.first(),
        "block %d, transaction %d stands behind block %d, transaction %d"
            .formatted(at.block(), at.transaction(), block, transaction));
    block = at.block();
    transaction = at.transaction();
    if (t.through() == Through.START) {
      require(t.head().orgSeq() == 0, Check.ORG_SEQ, t.first(), "the start has a number");
    } else {
      number(t);
    }
  }

  private void number(AuditedTransaction t) throws DifferenceException {
    Line line = new Line(t.organisation(), t.through());
    long before = newest.getOrDefault(line, 0L);
    long number = t.head().orgSeq();
    require(
        number > before,
        Check.ORG_SEQ,
        t.first(),
        "%s %d of %s stands behind %d"
            .formatted(t.through().word(), number, t.organisation(), before));
    missing += number - before - 1;
    newest.put(line, number);
  }

  /** Numbers below the newest that no leaf has. */
  long missing() {
    return missing;
  }
}
