package org.lepta.service.ledger.fabric;

import org.hyperledger.fabric.client.Transaction;
import org.lepta.service.ledger.Bytes;
import org.lepta.service.ledger.Refused;

/** What endorsing gave. */
sealed interface Endorsed {

  /** The contract refused. */
  record No(Refused refused) implements Endorsed {}

  /**
   * A transaction that can be ordered.
   *
   * @param signer whose transaction it is
   * @param link whose gateway endorsed it
   * @param transaction the envelope, signed; used by one thread at a time
   */
  record Ready(FabricIdentity signer, Link link, Transaction transaction) implements Endorsed {
    String txId() {
      return transaction.getTransactionId();
    }

    Bytes payload() {
      return Bytes.of(transaction.getResult());
    }
  }
}
