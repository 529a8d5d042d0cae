package org.lepta.service.collusion;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.lepta.service.ledger.Ledger;
import org.lepta.service.ledger.embedded.EmbeddedLedger;
import org.lepta.service.ledger.embedded.EmbeddedSettings;

/** On one machine: policies are kept, but all members run one build, here the lawless one. */
final class DishonestMembersEmbeddedTest extends DishonestMembers {
  @TempDir static Path folder;

  @Override
  Ledger open() throws Exception {
    EmbeddedLedger ledger =
        EmbeddedLedger.open(EmbeddedSettings.of(folder, new LawlessChaincode()));
    for (String member : List.of(OWNER, SECOND, THIRD)) {
      ledger.addMember(member);
    }
    return ledger;
  }

  @Override
  void corrupt(String organisation) {}
}
