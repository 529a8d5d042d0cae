package org.lepta.service.command.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lepta.ledger.contract.LeptaChaincode;
import org.lepta.service.network.Network;
import org.lepta.service.network.NetworkException;
import org.lepta.service.network.NetworkSettings;
import org.lepta.service.network.Ordering;
import org.lepta.service.network.Programs;
import org.lepta.service.testing.TestChaincode;

/** Measures a little on a network of real peers and orderers. */
class FabricBenchTest {
  /** A contract that answers a few calls is not worth compiling well. */
  private static final Map<String, String> QUICK_START =
      Map.of(
          "LEPTA_CHAINCODE_OPTIONS",
          "-Xmx256m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 --enable-native-access=ALL-UNNAMED"
              + " --sun-misc-unsafe-memory-access=allow");

  @BeforeAll
  static void needsFabric() throws Exception {
    try {
      Programs.find();
    } catch (NetworkException e) {
      Assumptions.abort("needs a network: " + e.getMessage());
    }
  }

  @Test
  void everyGoalGetsItsFigureAndNothingIsLeftRunning(@TempDir Path folder) throws Exception {
    Path jar = TestChaincode.write(folder.resolve("chaincode.jar"), LeptaChaincode.class, "1");
    StringWriter out = new StringWriter();

    List<Goal> goals =
        FabricBench.run(
            folder,
            jar,
            new Sizes(1, 20, 4, 12, 22, 30, 1),
            QUICK_START,
            new PrintWriter(out, true));

    assertThat(goals).hasSize(13).allSatisfy(goal -> assertThat(goal.value()).isNotNaN());
    assertThat(out.toString())
        .contains("blocks: 500 messages, 250ms, 2 MB")
        .contains("one entry per transaction")
        .contains("12 gifts at once to one fund")
        .contains("floor never crossed: 2 grants refused")
        .contains("100 gifts at 100/s");
    Network network =
        new Network(NetworkSettings.of(folder.resolve("network"), Ordering.RAFT, jar), line -> {});
    assertThat(network.processes()).isEmpty();
  }
}
