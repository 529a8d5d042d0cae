package org.lepta.service.indexing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.lepta.ledger.codec.CodecException;
import org.lepta.ledger.codec.Packed;
import org.lepta.ledger.entry.Through;
import org.lepta.ledger.rule.StateKeys;
import org.lepta.service.ledger.CommittedBlock;
import org.lepta.service.ledger.CommittedTransaction;
import org.lepta.service.ledger.KeyWrite;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the entries of a block: the values of the keys that carry entries, in valid transactions.
 */
final class BlockReader {

  private static final Logger LOG = LoggerFactory.getLogger(BlockReader.class);

  private BlockReader() {}

  /** The transactions with entries, in block order. */
  static List<RecordedTransaction> read(CommittedBlock block) {
    List<RecordedTransaction> found = new ArrayList<>();
    for (CommittedTransaction transaction : block.transactions()) {
      if (transaction.isValid()) {
        transaction.writes().stream()
            .filter(write -> !write.deleted())
            .flatMap(
                write -> through(write).flatMap(t -> read(block, transaction, write, t)).stream())
            .forEach(found::add);
      }
    }
    return found;
  }

  private static Optional<Through> through(KeyWrite write) {
    return switch (StateKeys.typeOf(write.key())) {
      case StateKeys.STARTED -> Optional.of(Through.START);
      case StateKeys.BATCH -> Optional.of(Through.BATCH);
      case StateKeys.DECIDED -> Optional.of(Through.LANE);
      default -> Optional.empty();
    };
  }

  private static Optional<RecordedTransaction> read(
      CommittedBlock block, CommittedTransaction transaction, KeyWrite write, Through through) {
    Set<String> keys = transaction.writes().stream().map(KeyWrite::key).collect(Collectors.toSet());
    try {
      return Optional.of(
          new RecordedTransaction(
              block.number(),
              transaction.index(),
              transaction.creatorMsp(),
              transaction.timestamp(),
              through,
              Packed.decode(write.value().toArray()),
              keys));
    } catch (CodecException e) {
      // The contract writes nothing else here, so whoever endorsed it runs another one. It holds no
      // entries, and must not keep those of others from being read.
      LOG.warn(
          "block {}, transaction {}: a value that holds no entries: {}",
          block.number(),
          transaction.index(),
          e.getMessage());
      return Optional.empty();
    }
  }
}
