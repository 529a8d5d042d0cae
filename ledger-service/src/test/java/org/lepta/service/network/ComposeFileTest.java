package org.lepta.service.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComposeFileTest {
  @TempDir Path temp;

  @Test
  void everyNodeIsAServiceOfAPinnedImageWithTheEnvironmentOfAProcess() throws Exception {
    Folders folders = new Folders(temp);
    NetworkPlan plan =
        NetworkPlan.create(NetworkSettings.of(temp, Ordering.RAFT, temp), new Ports(new Random(5)));
    Map<String, String> own = Map.of("LEPTA_CHAINCODE_OPTIONS", "-Dcost=$5");

    List<String> lines = Files.readAllLines(new ComposeFile(folders, plan, own).write());

    for (Node node : plan.nodes()) {
      assertThat(lines).contains("  " + node.name() + ":");
    }
    assertThat(lines)
        .contains(
            "    image: hyperledger/fabric-orderer:3.1.5",
            "        FROM hyperledger/fabric-peer:3.1.5",
            "      CORE_PEER_ID: \"auditor-peer\"",
            "      LEPTA_CHAINCODE_OPTIONS: \"-Dcost=$$5\"",
            "      LEPTA_CHAINCODE_RUN: \"/tmp/chaincode\"");
    assertThat(folders.state(plan.nodes().getFirst()).resolve("tmp")).isDirectory();
  }
}
