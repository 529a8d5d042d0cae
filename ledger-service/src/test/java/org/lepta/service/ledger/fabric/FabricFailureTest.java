package org.lepta.service.ledger.fabric;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.lepta.service.network.Ordering;

/** Of three members two endorse, and Raft orders. */
final class FabricFailureTest extends FabricFailures {
  @RegisterExtension
  static final SharedNetwork.Extension NETWORK = new SharedNetwork.Extension(Ordering.RAFT);
}
