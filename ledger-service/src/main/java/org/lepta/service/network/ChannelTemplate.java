package org.lepta.service.network;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Fills the template of the channel's configuration from a plan. */
final class ChannelTemplate {
  private static final String HOST = "127.0.0.1";

  private ChannelTemplate() {}

  /**
   * Returns the text for {@code configtxgen}; paths in it are relative to the folder of the
   * identities.
   */
  static String fill(String template, NetworkPlan plan) {
    List<Map<String, String>> members = new ArrayList<>();
    for (Participant member : plan.members()) {
      members.add(member(member, members.size() + 1));
    }
    List<Map<String, String>> auditors =
        plan.participants().stream()
            .filter(participant -> !participant.member())
            .map(ChannelTemplate::row)
            .toList();
    Map<String, String> values =
        Map.of(
            "ordererType", plan.ordering().type(),
            "anyMember", "OR(" + principals(plan, "member") + ")",
            "majorityOfAdmins", majority(plan, "admin"),
            "majorityOfPeers", majority(plan, "peer"));
    return Template.fill(template, Map.of("member", members, "auditor", auditors), values);
  }

  /** The policy that a majority of the members satisfies in the given role. */
  static String majority(NetworkPlan plan, String role) {
    return "OutOf(" + plan.majority() + ", " + principals(plan, role) + ")";
  }

  private static String principals(NetworkPlan plan, String role) {
    return plan.members().stream()
        .map(member -> "'" + member.mspId() + "." + role + "'")
        .collect(Collectors.joining(", "));
  }

  private static Map<String, String> member(Participant member, int consenterId) {
    Node orderer = new Node(member, Node.Kind.ORDERER);
    Path home = Path.of(member.name(), "orderer");
    Map<String, String> row = new HashMap<>(row(member));
    row.put("host", HOST);
    row.put("ordererPort", Integer.toString(orderer.port()));
    row.put("ordererCert", home.resolve("msp/signcerts/cert.pem").toString());
    row.put("ordererTlsCert", home.resolve("tls/server.crt").toString());
    row.put("consenterId", Integer.toString(consenterId));
    return row;
  }

  private static Map<String, String> row(Participant participant) {
    return Map.of(
        "name", participant.name(),
        "mspId", participant.mspId(),
        "mspFolder", Path.of(participant.name(), "msp").toString(),
        "peerHost", HOST,
        "peerPort", Integer.toString(participant.peer().clients()));
  }
}
