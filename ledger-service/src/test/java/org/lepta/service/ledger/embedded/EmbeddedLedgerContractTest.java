package org.lepta.service.ledger.embedded;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.lepta.service.ledger.BlockSource;
import org.lepta.service.ledger.LedgerClient;
import org.lepta.service.ledger.LedgerContract;
import org.lepta.service.ledger.Members;
import org.lepta.service.ledger.TestContract;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class EmbeddedLedgerContractTest extends LedgerContract {
  @SuppressWarnings("NullAway.Init") // JUnit opens it before the first test.
  private EmbeddedLedger ledger;

  @BeforeAll
  void open(@TempDir Path folder) throws Exception {
    ledger = EmbeddedLedger.open(EmbeddedSettings.of(folder, new TestContract()));
    ledger.addMember(A);
    ledger.addMember(B);
    ledger.addMember(C);
  }

  @AfterAll
  void close() throws Exception {
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
