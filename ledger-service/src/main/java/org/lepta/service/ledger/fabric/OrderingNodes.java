package org.lepta.service.ledger.fabric;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hyperledger.fabric.protos.common.Config;
import org.hyperledger.fabric.protos.common.ConfigGroup;
import org.hyperledger.fabric.protos.common.ConfigValue;
import org.hyperledger.fabric.protos.common.OrdererAddresses;
import org.hyperledger.fabric.protos.msp.FabricMSPConfig;
import org.hyperledger.fabric.protos.msp.MSPConfig;
import org.hyperledger.fabric.protos.orderer.ConsensusType;
import org.lepta.service.ledger.Bytes;

/**
 * Who orders, by the channel's configuration.
 *
 * @param consensus name of the consensus: {@code etcdraft} or {@code BFT}
 * @param nodes the ordering nodes, by organisation
 */
record OrderingNodes(String consensus, List<Node> nodes) {
  private static final String RAFT = "etcdraft";

  /**
   * One ordering node.
   *
   * @param mspId MSP id of who runs it
   * @param endpoint host and port
   * @param tlsRoots certificates in PEM that its TLS certificate comes from
   */
  record Node(String mspId, String endpoint, Bytes tlsRoots) {}

  OrderingNodes {
    nodes = List.copyOf(nodes);
  }

  /**
   * Reads a channel's configuration.
   *
   * @throws InvalidProtocolBufferException if it cannot be read
   */
  static OrderingNodes of(Config config) throws InvalidProtocolBufferException {
    ConfigGroup orderer =
        config.getChannelGroup().getGroupsOrDefault("Orderer", ConfigGroup.getDefaultInstance());
    String consensus = ConsensusType.parseFrom(value(orderer, "ConsensusType")).getType();
    List<Node> nodes = new ArrayList<>();
    for (Map.Entry<String, ConfigGroup> one : new TreeMap<>(orderer.getGroupsMap()).entrySet()) {
      MSPConfig msp = MSPConfig.parseFrom(value(one.getValue(), "MSP"));
      FabricMSPConfig fabric = FabricMSPConfig.parseFrom(msp.getConfig());
      Bytes roots = Bytes.of(ByteString.copyFrom(fabric.getTlsRootCertsList()).toByteArray());
      var addresses = OrdererAddresses.parseFrom(value(one.getValue(), "Endpoints"));
      addresses.getAddressesList().forEach(at -> nodes.add(new Node(fabric.getName(), at, roots)));
    }
    return new OrderingNodes(consensus, nodes);
  }

  private static ByteString value(ConfigGroup group, String name) {
    return group.getValuesOrDefault(name, ConfigValue.getDefaultInstance()).getValue();
  }

  /** Returns whether one node is enough to send to, which passes on in the order of receipt. */
  boolean keepsOrder() {
    return consensus.equals(RAFT) && !nodes.isEmpty();
  }

  /** Returns the nodes with those of this organisation first. */
  List<Node> ownFirst(String mspId) {
    List<Node> order = new ArrayList<>(nodes);
    order.sort((a, b) -> Boolean.compare(b.mspId().equals(mspId), a.mspId().equals(mspId)));
    return order;
  }
}
