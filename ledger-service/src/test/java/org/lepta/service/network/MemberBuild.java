package org.lepta.service.network;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Lets single members run another build of the chaincode than the one that was agreed, as each can:
 * what the channel agrees on is a definition, and which package stands behind it every member says
 * for itself.
 *
 * @param data folder of the network
 */
public record MemberBuild(Path data) {

  /**
   * Installs the jar at a member's peer and approves it under the definition that is in force.
   *
   * @param answers a call that only the new build answers; it is made until it does
   */
  public void install(String member, Path jar, String answers) throws Exception {
    Folders folders = new Folders(data);
    NetworkPlan plan = NetworkPlan.read(folders.plan());
    Participant participant =
        plan.members().stream()
            .filter(each -> each.name().equals(member))
            .findFirst()
            .orElseThrow();
    PeerClient client = new PeerClient(folders, Programs.find(), participant);
    ChaincodePackage other = ChaincodePackage.of(plan.chaincode(), Files.readAllBytes(jar));
    Path file = data.resolve("chaincode").resolve(member + "-own.tgz");
    Files.write(file, other.content());
    client.must("installing", "lifecycle", "chaincode", "install", file.toString());
    client.must("approving", approval(plan, client, other.id()));
    awaitAnswer(client, plan, answers);
  }

  private String[] approval(NetworkPlan plan, PeerClient client, String packageId)
      throws Exception {
    Definition agreed =
        Objects.requireNonNull(new StatusQuery(new Folders(data), plan).ask().definition());
    List<String> words = new ArrayList<>(List.of("lifecycle", "chaincode", "approveformyorg"));
    words.addAll(List.of("--channelID", plan.channel(), "--name", plan.chaincode()));
    words.addAll(List.of("--version", agreed.version()));
    words.addAll(List.of("--sequence", Long.toString(agreed.sequence())));
    words.addAll(List.of("--signature-policy", ChannelTemplate.majority(plan, "peer")));
    words.addAll(List.of("--package-id", packageId));
    words.addAll(client.orderer(plan.orderers().getFirst()));
    return words.toArray(String[]::new);
  }

  private static void awaitAnswer(PeerClient client, NetworkPlan plan, String call)
      throws Exception {
    Deadline deadline = Deadline.in(Duration.ofSeconds(60));
    String args = "{\"Args\":[\"" + call + "\"]}";
    while (true) {
      Output output =
          client.run(
              "chaincode", "query", "-C", plan.channel(), "-n", plan.chaincode(), "-c", args);
      if (output.exitCode() == 0) {
        return;
      }
      if (deadline.isOver()) {
        throw client.failed("waiting for the other build", output);
      }
      deadline.pause();
    }
  }
}
