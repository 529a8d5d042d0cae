package org.lepta.service.indexing;

import java.time.Instant;
import java.util.List;
import org.lepta.service.kernel.Sha256;
import org.lepta.service.ledger.CommittedBlock;

/**
 * A block with its entries taken out.
 *
 * @param time of its newest transaction; the beginning of time for a block without any
 */
record DecodedBlock(
    long number, Sha256 headerHash, Instant time, List<RecordedTransaction> transactions) {

  DecodedBlock {
    transactions = List.copyOf(transactions);
  }

  static DecodedBlock of(CommittedBlock block) {
    Instant time =
        block.transactions().stream()
            .map(transaction -> transaction.timestamp())
            .max(Instant::compareTo)
            .orElse(Instant.EPOCH);
    return new DecodedBlock(
        block.number(), Sha256.of(block.headerHash().toArray()), time, BlockReader.read(block));
  }

  int entries() {
    return transactions.stream().mapToInt(t -> t.packed().entries().size()).sum();
  }
}
