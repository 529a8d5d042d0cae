package org.lepta.service.ledger;

import java.io.IOException;
import java.util.Optional;

/** A ledger with all its ports, as the service opens one. */
public interface Ledger extends LedgerClient, BlockSource, Members, AutoCloseable {

  /**
   * Returns what the members agreed to run: the SHA-256 of the contract's build, 64 hexadecimal
   * digits. Nothing where no such agreement is on the ledger, or this identity may not ask for it.
   *
   * @throws UnreachableException if nobody answers
   */
  Optional<String> agreedBuild() throws UnreachableException;

  /** Gives back what the ledger holds; transactions under way may end as unknown. */
  @Override
  void close() throws IOException;
}
