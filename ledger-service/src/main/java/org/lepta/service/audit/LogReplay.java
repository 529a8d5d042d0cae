package org.lepta.service.audit;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import org.lepta.ledger.codec.CodecException;
import org.lepta.ledger.entry.Leaf;
import org.lepta.service.indexing.IndexedKeys;
import org.lepta.service.transparency.proof.Frontier;
import org.lepta.service.transparency.proof.RecordedKeys;

/**
 * Reads a log once, from its first entry to its last, and checks everything that entries alone can
 * show. After the first difference only the root is still computed. Not thread-safe.
 */
final class LogReplay {

  private final Frontier frontier = Frontier.empty();
  private final Sequences sequences = new Sequences();
  private final LeafReplay leaves = new LeafReplay();
  private final RuleReplay rules = new RuleReplay();
  private final FigureFold figures = new FigureFold(leaves.state());
  private final AuditedTransaction.Builder open = new AuditedTransaction.Builder();
  private final AttestedRoots attested = new AttestedRoots();
  private final RecordedKeys keys = new RecordedKeys();
  private final List<RecordedKeys.Change> keyChanges = new ArrayList<>();
  private final List<Difference> differences = new ArrayList<>();
  private boolean entriesEnded;
  private boolean rulesEnded;
  private long firstVersion;

  /**
   * Reads all of it.
   *
   * @param progress gets the number of entries that are done
   */
  Findings run(LogReader log, long size, LongConsumer progress)
      throws IOException, InterruptedException {
    try (Bundles bundles = new Bundles(log, size)) {
      List<DecodedLeaf> bundle = bundles.next();
      while (!bundle.isEmpty()) {
        bundle.forEach(this::take);
        progress.accept(frontier.size());
        bundle = bundles.next();
      }
    }
    end();
    return new Findings(
        frontier.root(),
        differences,
        figures,
        entriesEnded ? Report.Attested.NONE : attested.check(log, size),
        keyChanges,
        rules.decisions(),
        sequences.missing(),
        firstVersion,
        leaves.recordedBytes(),
        rules.keys());
  }

  private void take(DecodedLeaf decoded) {
    long index = frontier.size();
    frontier.append(decoded.hash());
    if (entriesEnded) {
      return;
    }
    try {
      Leaf leaf = decoded.leaf();
      if (leaf == null) {
        throw new DifferenceException(
            Difference.at(Check.LEAF_MALFORMED, index, "is no leaf in its one form"));
      }
      if (!open.continues(leaf)) {
        close();
      }
      open.add(index, leaf);
      attested.note(index, leaf);
      IndexedKeys.named(index, leaf).flatMap(keys::take).ifPresent(keyChanges::add);
    } catch (DifferenceException e) {
      differ(e);
    }
  }

  private void differ(DifferenceException e) {
    differences.add(e.difference());
    entriesEnded = true;
  }

  private void close() throws DifferenceException {
    if (open.isEmpty()) {
      return;
    }
    AuditedTransaction transaction = open.take();
    replayRules(transaction);
    sequences.check(transaction);
    computable(transaction, leaves::check);
    transaction.leaves().forEach(figures::add);
    firstVersion += transaction.isSecond() ? 0 : transaction.leaves().size();
  }

  @FunctionalInterface
  private interface Step {
    void check(AuditedTransaction transaction) throws DifferenceException;
  }

  /** An entry that no honest chaincode takes may be one that nothing can be computed of. */
  private static void computable(AuditedTransaction transaction, Step step)
      throws DifferenceException {
    try {
      step.check(transaction);
    } catch (ClassCastException | ArithmeticException | IllegalStateException e) {
      throw new DifferenceException(
          Difference.at(
              Check.LEAF_MALFORMED, transaction.first(), "cannot be computed: " + e.getMessage()));
    } catch (CodecException e) {
      throw new DifferenceException(
          Difference.at(Check.LEAF_MALFORMED, transaction.first(), "cannot be read: " + e.field()));
    }
  }

  /** What the rules refuse does not stop the sums: they are of what the log says. */
  private void replayRules(AuditedTransaction transaction) {
    if (!rulesEnded) {
      try {
        computable(transaction, rules::check);
      } catch (DifferenceException e) {
        differences.add(e.difference());
        rulesEnded = true;
      }
    }
  }

  private void end() {
    if (!entriesEnded) {
      try {
        close();
      } catch (DifferenceException e) {
        differ(e);
      }
    }
    if (!entriesEnded) {
      IdentityCheck.check(figures, leaves.state()).ifPresent(differences::add);
    }
  }
}
