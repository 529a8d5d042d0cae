package org.lepta.service.ledger;

import java.io.IOException;

/** A ledger with all its ports, as the service opens one. */
public interface Ledger extends LedgerClient, BlockSource, Members, AutoCloseable {

  /** Gives back what the ledger holds; transactions under way may end as unknown. */
  @Override
  void close() throws IOException;
}
