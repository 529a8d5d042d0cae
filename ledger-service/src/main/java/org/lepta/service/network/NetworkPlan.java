package org.lepta.service.network;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.lepta.service.ledger.identity.CertificateAuthority;
import org.lepta.service.ledger.identity.OwnerFiles;
import org.lepta.service.network.Participant.OrdererPorts;
import org.lepta.service.network.Participant.PeerPorts;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What was decided when the network was made, and never changes.
 *
 * @param version of this record
 * @param ordering how blocks are ordered
 * @param channel name of the channel
 * @param chaincode name of the chaincode
 * @param participants members first, in the order of their consenter numbers; then the auditor
 */
record NetworkPlan(
    int version,
    Ordering ordering,
    String channel,
    String chaincode,
    List<Participant> participants) {

  static final String AUDITOR = "auditor";
  private static final int VERSION = 1;
  private static final List<String> MEMBERS =
      List.of("foundation-1", "foundation-2", "operator", "foundation-3");
  private static final JsonMapper JSON = JsonMapper.builder().build();

  NetworkPlan {
    participants = List.copyOf(participants);
  }

  /** Plans a new network on ports that are free now. */
  static NetworkPlan create(NetworkSettings settings, Ports ports) {
    List<Participant> all = new ArrayList<>();
    for (String name : MEMBERS.subList(0, settings.orderingOfNew().members())) {
      OrdererPorts orderer = new OrdererPorts(ports.next(), ports.next(), ports.next());
      all.add(participant(settings, name, ports, orderer));
    }
    all.add(participant(settings, AUDITOR, ports, null));
    return new NetworkPlan(
        VERSION, settings.orderingOfNew(), settings.channel(), settings.chaincode(), all);
  }

  private static Participant participant(
      NetworkSettings settings, String name, Ports ports, @Nullable OrdererPorts orderer) {
    String organisation =
        settings.organisations().getOrDefault(name, "XI-LEPTA-" + name.toUpperCase(Locale.ROOT));
    return new Participant(
        name,
        organisation,
        "Org" + CertificateAuthority.randomName() + "MSP",
        new PeerPorts(ports.next(), ports.next(), ports.next()),
        orderer);
  }

  static NetworkPlan read(Path file) throws IOException {
    try {
      NetworkPlan plan = JSON.readValue(Files.readAllBytes(file), NetworkPlan.class);
      if (plan.version() != VERSION) {
        throw new IOException(file + " is of version " + plan.version());
      }
      return plan;
    } catch (JacksonException e) {
      throw new IOException(file + " is damaged: " + e.getOriginalMessage(), e);
    }
  }

  /** Writes a new file, durable when its folder is. */
  void write(Path file) throws IOException {
    OwnerFiles.write(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(this) + '\n');
  }

  /** The same network, looked at for another chaincode on its channel. */
  NetworkPlan withChaincode(String name) {
    return new NetworkPlan(version, ordering, channel, name, participants);
  }

  List<Participant> members() {
    return participants.stream().filter(Participant::member).toList();
  }

  /** More than half of the members: what endorses, approves code and changes the channel. */
  int majority() {
    return members().size() / 2 + 1;
  }

  List<Node> nodes() {
    List<Node> all = new ArrayList<>(orderers());
    all.addAll(peers());
    return all;
  }

  List<Node> orderers() {
    return members().stream().map(member -> new Node(member, Node.Kind.ORDERER)).toList();
  }

  List<Node> peers() {
    return participants.stream().map(each -> new Node(each, Node.Kind.PEER)).toList();
  }
}
