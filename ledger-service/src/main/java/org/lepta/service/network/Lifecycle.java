package org.lepta.service.network;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Brings a chaincode onto the channel: package, install, approve per member, commit. Each step
 * first looks whether it is done.
 */
final class Lifecycle {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Duration LIMIT = Duration.ofSeconds(90);

  private final Folders folders;
  private final Programs programs;
  private final NetworkPlan plan;
  private final Consumer<String> progress;

  Lifecycle(Folders folders, Programs programs, NetworkPlan plan, Consumer<String> progress) {
    this.folders = folders;
    this.programs = programs;
    this.plan = plan;
    this.progress = progress;
  }

  /** Returns what is committed on the channel. */
  Optional<Definition> committed() throws IOException, InterruptedException, NetworkException {
    Output output = client(plan.members().getFirst()).run(query("querycommitted"));
    if (output.exitCode() != 0) {
      if (output.err().contains("is not defined")) {
        return Optional.empty();
      }
      throw client(plan.members().getFirst()).failed("asking for the chaincode", output);
    }
    JsonNode json = JSON.readTree(output.out());
    return Optional.of(
        new Definition(json.path("sequence").longValue(), json.path("version").stringValue()));
  }

  /** Makes the package the chaincode of the channel under the given sequence. */
  void deploy(ChaincodePackage chaincode, long sequence)
      throws IOException, InterruptedException, NetworkException {
    Path file =
        folders.data().resolve("chaincode").resolve(chaincode.id().replace(':', '-') + ".tgz");
    Files.createDirectories(file.resolveSibling("."));
    Files.write(file, chaincode.content());
    progress.accept("installing chaincode " + chaincode.version());
    Parallel.each(plan.members(), member -> install(member, chaincode.id(), file));
    progress.accept("approving it as sequence " + sequence);
    Parallel.each(plan.members(), member -> approve(member, chaincode, sequence));
    progress.accept("committing it");
    commit(chaincode, sequence);
  }

  private void install(Participant member, String id, Path file)
      throws IOException, InterruptedException, NetworkException {
    String installed =
        client(member)
            .must("listing chaincode", "lifecycle", "chaincode", "queryinstalled", "-O", "json");
    for (JsonNode each : JSON.readTree(installed).path("installed_chaincodes")) {
      if (each.path("package_id").asString().equals(id)) {
        return;
      }
    }
    client(member)
        .must("installing chaincode", "lifecycle", "chaincode", "install", file.toString());
  }

  private void approve(Participant member, ChaincodePackage chaincode, long sequence)
      throws IOException, InterruptedException, NetworkException {
    List<String> words = definition("approveformyorg", chaincode.version(), sequence);
    words.addAll(List.of("--package-id", chaincode.id()));
    Output output = order(member, words);
    boolean before = output.err().contains("attempted to redefine uncommitted sequence");
    if (output.exitCode() != 0 && !before) {
      throw client(member).failed("approving chaincode", output);
    }
  }

  private void commit(ChaincodePackage chaincode, long sequence)
      throws IOException, InterruptedException, NetworkException {
    Participant first = plan.members().getFirst();
    List<String> words = definition("commit", chaincode.version(), sequence);
    for (Participant member : plan.members()) {
      words.addAll(List.of("--peerAddresses", "127.0.0.1:" + member.peer().clients()));
      words.addAll(List.of("--tlsRootCertFiles", folders.tlsCa(member).toString()));
    }
    Output output = order(first, words);
    boolean committed = committed().filter(now -> now.sequence() == sequence).isPresent();
    if (output.exitCode() != 0 && !committed) {
      throw client(first).failed("committing chaincode", output);
    }
  }

  /** Sends a transaction; orderers that have no leader yet are asked again for a while. */
  private Output order(Participant member, List<String> words)
      throws IOException, InterruptedException {
    Deadline deadline = Deadline.in(LIMIT);
    List<Node> orderers = plan.orderers();
    for (int attempt = 0; ; attempt++) {
      List<String> all = new ArrayList<>(words);
      all.addAll(client(member).orderer(orderers.get(attempt % orderers.size())));
      Output output = client(member).run(all.toArray(String[]::new));
      boolean noLeader = output.err().contains("SERVICE_UNAVAILABLE");
      if (!noLeader || deadline.isOver()) {
        return output;
      }
      deadline.pause();
    }
  }

  private String[] query(String what) {
    return new String[] {
      "lifecycle", "chaincode", what, "-C", plan.channel(), "-n", plan.chaincode(), "-O", "json"
    };
  }

  private List<String> definition(String step, String version, long sequence) {
    return new ArrayList<>(
        List.of(
            "lifecycle",
            "chaincode",
            step,
            "--channelID",
            plan.channel(),
            "--name",
            plan.chaincode(),
            "--version",
            version,
            "--sequence",
            Long.toString(sequence),
            "--signature-policy",
            ChannelTemplate.majority(plan, "peer")));
  }

  private PeerClient client(Participant participant) {
    return new PeerClient(folders, programs, participant);
  }
}
