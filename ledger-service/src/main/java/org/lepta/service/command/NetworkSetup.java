package org.lepta.service.command;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lepta.service.network.Network;
import org.lepta.service.network.Ordering;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of the commands that may make a network. */
final class NetworkSetup {

  @Mixin private NetworkFolder folder;

  @Option(
      names = "--ordering",
      description =
          "raft: three members, goes on while two run; bft: four members, one of whom may lie."
              + " Chosen at the first start (default: raft)")
  @Nullable Ordering ordering;

  @Option(
      names = "--chaincode",
      defaultValue = "${env:LEPTA_CHAINCODE:-lepta-chaincode.jar}",
      description = "jar to install at the first start (default: the one built with Lepta)")
  Path chaincode = Path.of("lepta-chaincode.jar");

  @Option(
      names = "--organisation",
      paramLabel = "NAME=ID",
      description =
          "id (org-id.guide) of a participant: foundation-1, foundation-2, operator, foundation-3"
              + " or auditor; at the first start only")
  Map<String, String> organisations = new HashMap<>();

  /** The network as the options say. */
  Network network() {
    return folder.network(ordering, chaincode, organisations);
  }
}
