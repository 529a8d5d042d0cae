package org.lepta.service.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.lepta.service.ledger.TestContractMain;
import org.lepta.service.network.NetworkStatus.Row;
import org.lepta.service.testing.TestNetwork;

/** A network of real peers and orderers. Every test leaves it up. */
class NetworkTest {

  @RegisterExtension
  static final TestNetwork NETWORK = TestNetwork.of(Ordering.RAFT, TestContractMain.class);

  @Test
  void twoMembersEndorseAndAllHaveTheBlock() throws Exception {
    Output put = put("both", "foundation-1", List.of("foundation-1", "operator"));

    assertThat(put.err()).isEmpty();
    assertThat(get("both", "foundation-2")).isEqualTo("both");
  }

  @Test
  void oneMemberAloneIsNotEnough() throws Exception {
    Output put = put("alone", "foundation-1", List.of("foundation-1"));

    assertThat(put.exitCode()).isNotZero();
    assertThat(put.err()).contains("ENDORSEMENT_POLICY_FAILURE");
    assertThat(get("alone", "foundation-1")).isEmpty();
  }

  @Test
  void theAuditorReadsAndCannotSubmit() throws Exception {
    Output put = put("auditor", "auditor", List.of("foundation-1", "operator"));

    assertThat(put.exitCode()).isNotZero();
    assertThat(put.err()).contains("/Channel/Application/Writers");
    assertThat(height("auditor-peer")).isPositive();
  }

  @Test
  void downLeavesNothingRunningAndUpGoesOnWithTheSameLedger() throws Exception {
    put("kept", "operator", List.of("foundation-2", "operator"));
    long height = height("operator-peer");

    assertThat(NETWORK.network().down()).isEqualTo(7);
    assertThat(NETWORK.network().status().down()).isTrue();
    assertThat(NETWORK.network().up()).isTrue();

    assertThat(height("operator-peer")).isEqualTo(height);
    assertThat(get("kept", "operator")).isEqualTo("kept");
  }

  @Test
  void upRepairsWhatWasKilledAndLeavesTheRest() throws Exception {
    Network network = NETWORK.network();
    long peer = network.process("operator-peer").orElseThrow().pid();
    kill(network, "foundation-2-orderer");
    kill(network, "foundation-2-peer");

    assertThat(network.status().up()).isFalse();
    assertThat(network.up()).isTrue();

    assertThat(network.status().up()).isTrue();
    assertThat(network.process("operator-peer").orElseThrow().pid()).isEqualTo(peer);
    assertThat(network.up()).isFalse();
  }

  @Test
  void anUpgradeTakesTheNextSequenceAndKeepsTheState() throws Exception {
    put("before", "operator", List.of("foundation-2", "operator"));
    Definition before = definition();

    Definition after = NETWORK.network("second").upgrade();

    assertThat(after.sequence()).isEqualTo(before.sequence() + 1);
    assertThat(after.version()).isNotEqualTo(before.version());
    assertThat(definition()).isEqualTo(after);
    assertThat(NETWORK.network("second").upgrade()).isEqualTo(after);
    assertThat(get("before", "foundation-1")).isEqualTo("before");
  }

  private static void kill(Network network, String name) throws Exception {
    ProcessHandle process = network.process(name).orElseThrow();
    process.destroyForcibly();
    process.onExit().get();
  }

  private static Definition definition() throws Exception {
    Definition definition = NETWORK.network().status().definition();
    assertThat(definition).isNotNull();
    return Objects.requireNonNull(definition);
  }

  private static long height(String name) throws Exception {
    Row row =
        NETWORK.network().status().nodes().stream()
            .filter(each -> each.name().equals(name))
            .findFirst()
            .orElseThrow();
    return row.height().orElseThrow();
  }

  private static Output put(String key, String submitter, List<String> endorsers) throws Exception {
    PeerClient client = client(submitter);
    List<String> words = new ArrayList<>(List.of("chaincode", "invoke", "--waitForEvent"));
    words.addAll(List.of("-C", "lepta", "-n", "lepta"));
    words.addAll(List.of("-c", "{\"Args\":[\"put\",\"%s\",\"%s\"]}".formatted(key, key)));
    words.addAll(client.orderer(plan().orderers().getFirst()));
    for (String endorser : endorsers) {
      Participant participant = client(endorser).participant();
      words.addAll(List.of("--peerAddresses", "127.0.0.1:" + participant.peer().clients()));
      words.add("--tlsRootCertFiles");
      words.add(new Folders(NETWORK.data()).tlsCa(participant).toString());
    }
    return client.run(words.toArray(String[]::new));
  }

  private static String get(String key, String member) throws Exception {
    String call = "{\"Args\":[\"get\",\"%s\"]}".formatted(key);
    return client(member)
        .must("get", "chaincode", "query", "-C", "lepta", "-n", "lepta", "-c", call)
        .strip();
  }

  private static PeerClient client(String name) throws Exception {
    Participant participant =
        plan().participants().stream()
            .filter(each -> each.name().equals(name))
            .findFirst()
            .orElseThrow();
    return new PeerClient(new Folders(NETWORK.data()), Programs.find(), participant);
  }

  private static NetworkPlan plan() throws Exception {
    return NetworkPlan.read(new Folders(NETWORK.data()).plan());
  }
}
