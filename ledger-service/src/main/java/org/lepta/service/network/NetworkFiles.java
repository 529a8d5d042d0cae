package org.lepta.service.network;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.lepta.service.ledger.connection.Connection;
import org.lepta.service.ledger.connection.Connection.KeyFiles;
import org.lepta.service.ledger.connection.ConnectionFile;
import org.lepta.service.ledger.identity.OwnerFiles;

/** Makes the files of a new network: plan, identities, first block, connection files. */
final class NetworkFiles {
  private static final Duration LIMIT = Duration.ofSeconds(30);

  private NetworkFiles() {}

  /** Makes everything; the plan is written last, so what an earlier attempt left is not used. */
  static NetworkPlan create(NetworkSettings settings, Programs programs)
      throws IOException, InterruptedException, NetworkException {
    Folders folders = new Folders(settings.data());
    deleteTree(folders.members());
    NetworkPlan plan = NetworkPlan.create(settings, new Ports(new SecureRandom()));
    OwnerFiles.createFolders(folders.members());
    Instant now = Instant.now();
    for (Participant participant : plan.participants()) {
      Material.create(folders.of(participant), participant, now);
    }
    for (Participant participant : plan.participants()) {
      Path file = folders.of(participant).resolve(ConnectionFile.NAME);
      ConnectionFile.write(file, connection(folders, plan, participant));
    }
    makeFirstBlock(folders, plan, programs);
    plan.write(folders.plan());
    OwnerFiles.sync(folders.data());
    return plan;
  }

  private static void makeFirstBlock(Folders folders, NetworkPlan plan, Programs programs)
      throws IOException, InterruptedException, NetworkException {
    String config = ChannelTemplate.fill(Resources.text("configtx.yaml"), plan);
    Files.writeString(folders.members().resolve("configtx.yaml"), config);
    ProcessBuilder program =
        new ProcessBuilder(
            programs.configtxgen().toString(),
            "-configPath",
            folders.members().toString(),
            "-profile",
            "Channel",
            "-channelID",
            plan.channel(),
            "-outputBlock",
            folders.genesisBlock().toString());
    Output output = Output.of(program, LIMIT);
    if (output.exitCode() != 0) {
      throw new NetworkException(
          NetworkException.Code.STEP_FAILED, "making the first block: " + output.err().strip());
    }
  }

  private static Connection connection(Folders folders, NetworkPlan plan, Participant own) {
    List<Connection.Peer> others = new ArrayList<>();
    for (Participant other : plan.participants()) {
      if (!other.equals(own)) {
        others.add(peer(folders, other));
      }
    }
    return new Connection(
        plan.channel(),
        plan.chaincode(),
        own.organisation(),
        own.mspId(),
        own.member(),
        peer(folders, own),
        others,
        keys(folders, own, "tls"),
        keys(folders, own, "signer"),
        keys(folders, own, "reader"));
  }

  private static Connection.Peer peer(Folders folders, Participant participant) {
    Node peer = new Node(participant, Node.Kind.PEER);
    return new Connection.Peer(
        peer.name(),
        participant.organisation(),
        participant.mspId(),
        participant.member(),
        "127.0.0.1:" + peer.port(),
        folders.tlsCa(participant));
  }

  private static KeyFiles keys(Folders folders, Participant own, String name) {
    Path service = folders.of(own).resolve("service");
    return new KeyFiles(service.resolve(name + ".crt"), service.resolve(name + ".key"));
  }

  private static void deleteTree(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    }
  }
}
