package org.lepta.service.ledger.fabric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.MessageLite;
import java.util.List;
import org.hyperledger.fabric.protos.common.Config;
import org.hyperledger.fabric.protos.common.ConfigGroup;
import org.hyperledger.fabric.protos.common.ConfigValue;
import org.hyperledger.fabric.protos.common.OrdererAddresses;
import org.hyperledger.fabric.protos.msp.FabricMSPConfig;
import org.hyperledger.fabric.protos.msp.MSPConfig;
import org.hyperledger.fabric.protos.orderer.ConsensusType;
import org.junit.jupiter.api.Test;
import org.lepta.service.ledger.Bytes;
import org.lepta.service.ledger.fabric.OrderingNodes.Node;

final class OrderingNodesTest {
  private static final Node A1 = new Node("AMSP", "a:1", Bytes.utf8("roots of A\n"));
  private static final Node A2 = new Node("AMSP", "a:2", Bytes.utf8("roots of A\n"));
  private static final Node B = new Node("BMSP", "b:1", Bytes.utf8("roots of B\n"));

  private static ConfigValue value(MessageLite message) {
    return ConfigValue.newBuilder().setValue(message.toByteString()).build();
  }

  private static ConfigGroup organisation(String mspId, String roots, String... endpoints) {
    FabricMSPConfig fabric =
        FabricMSPConfig.newBuilder()
            .setName(mspId)
            .addTlsRootCerts(ByteString.copyFromUtf8(roots))
            .build();
    var addresses = OrdererAddresses.newBuilder();
    for (String endpoint : endpoints) {
      addresses.addAddresses(endpoint);
    }
    return ConfigGroup.newBuilder()
        .putValues("MSP", value(MSPConfig.newBuilder().setConfig(fabric.toByteString()).build()))
        .putValues("Endpoints", value(addresses.build()))
        .build();
  }

  private static Config config(String consensus) {
    ConfigGroup orderer =
        ConfigGroup.newBuilder()
            .putValues(
                "ConsensusType", value(ConsensusType.newBuilder().setType(consensus).build()))
            .putGroups("b", organisation("BMSP", "roots of B\n", "b:1"))
            .putGroups("a", organisation("AMSP", "roots of A\n", "a:1", "a:2"))
            .build();
    return Config.newBuilder()
        .setChannelGroup(ConfigGroup.newBuilder().putGroups("Orderer", orderer))
        .build();
  }

  @Test
  void nodesAndTheirAuthoritiesStandInTheConfiguration() throws Exception {
    assertThat(OrderingNodes.of(config("etcdraft")))
        .isEqualTo(new OrderingNodes("etcdraft", List.of(A1, A2, B)));
  }

  @Test
  void theOwnOrganisationsNodesComeFirst() throws Exception {
    OrderingNodes nodes = OrderingNodes.of(config("etcdraft"));

    assertThat(nodes.ownFirst("BMSP")).containsExactly(B, A1, A2);
    assertThat(nodes.ownFirst("CMSP")).containsExactly(A1, A2, B);
  }

  @Test
  void oneNodeIsEnoughForRaftOnly() throws Exception {
    assertThat(OrderingNodes.of(config("etcdraft")).keepsOrder()).isTrue();
    assertThat(OrderingNodes.of(config("BFT")).keepsOrder()).isFalse();
    assertThat(OrderingNodes.of(Config.getDefaultInstance()).keepsOrder()).isFalse();
  }

  @Test
  void whatCannotBeReadIsAnError() {
    ConfigValue broken = ConfigValue.newBuilder().setValue(ByteString.copyFromUtf8("?")).build();
    ConfigGroup orderer = ConfigGroup.newBuilder().putValues("ConsensusType", broken).build();
    Config config =
        Config.newBuilder()
            .setChannelGroup(ConfigGroup.newBuilder().putGroups("Orderer", orderer))
            .build();

    assertThatThrownBy(() -> OrderingNodes.of(config))
        .isInstanceOf(InvalidProtocolBufferException.class);
  }
}
