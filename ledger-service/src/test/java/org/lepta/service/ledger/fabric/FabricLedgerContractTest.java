package org.lepta.service.ledger.fabric;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.lepta.service.ledger.BlockSource;
import org.lepta.service.ledger.LedgerClient;
import org.lepta.service.ledger.LedgerContract;
import org.lepta.service.ledger.Members;
import org.lepta.service.network.Ordering;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class FabricLedgerContractTest extends LedgerContract {
  @RegisterExtension
  static final SharedNetwork.Extension NETWORK = new SharedNetwork.Extension(Ordering.RAFT);

  @SuppressWarnings("NullAway.Init") // JUnit opens it before the first test.
  private FabricLedger ledger;

  @BeforeAll
  void join(SharedNetwork network) throws Exception {
    ledger = network.join(FabricLimits.DEFAULT, "foundation-1", "foundation-2", "operator");
  }

  @AfterAll
  void close() {
    ledger.close();
  }

  @Override
  protected LedgerClient client() {
    return ledger;
  }

  @Override
  protected BlockSource blocks() {
    return ledger;
  }

  @Override
  protected Members members() {
    return ledger;
  }
}
