package org.lepta.service.collusion;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.lepta.ledger.contract.LeptaChaincode;
import org.lepta.service.ledger.Ledger;
import org.lepta.service.ledger.connection.Connection;
import org.lepta.service.ledger.connection.ConnectionFile;
import org.lepta.service.ledger.fabric.FabricLedger;
import org.lepta.service.ledger.fabric.FabricLimits;
import org.lepta.service.ledger.fabric.FabricSettings;
import org.lepta.service.network.MemberBuild;
import org.lepta.service.network.Ordering;
import org.lepta.service.testing.TestChaincode;
import org.lepta.service.testing.TestNetwork;

/** On real peers: each member approves its own package for the same definition. */
final class DishonestMembersFabricTest extends DishonestMembers {
  @RegisterExtension
  static final TestNetwork NETWORK = TestNetwork.of(Ordering.RAFT, LeptaChaincode.class);

  private static final Map<String, String> NAMES =
      Map.of(OWNER, "foundation-1", SECOND, "foundation-2", THIRD, "operator");

  @TempDir static Path folder;

  @Override
  Ledger open() throws Exception {
    return FabricLedger.open(
        FabricSettings.of(connection(OWNER), FabricLimits.DEFAULT)
            .withSigner(FabricSettings.signer(connection(SECOND)))
            .withSigner(FabricSettings.signer(connection(THIRD))));
  }

  private static Connection connection(String organisation) throws IOException {
    return ConnectionFile.read(
        NETWORK.network().connectionFile(String.valueOf(NAMES.get(organisation))));
  }

  @Override
  void corrupt(String organisation) throws Exception {
    Path jar =
        TestChaincode.write(folder.resolve("lawless.jar"), LawlessChaincode.class, "lawless");
    new MemberBuild(NETWORK.data()).install(String.valueOf(NAMES.get(organisation)), jar, "write");
  }
}
