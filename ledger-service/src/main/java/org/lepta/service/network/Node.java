package org.lepta.service.network;

import java.util.Locale;
import java.util.Objects;

/**
 * A peer or an orderer of a participant.
 *
 * @param owner whose it is
 * @param kind which of the two
 */
record Node(Participant owner, Kind kind) {

  /** What a node is. */
  enum Kind {
    ORDERER,
    PEER;

    /** The name of Fabric's program, and of the role in a certificate. */
    String program() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Unique on the network, as {@code foundation-1-peer}. */
  String name() {
    return owner.name() + '-' + kind.program();
  }

  /** The port for clients. */
  int port() {
    return kind == Kind.PEER ? owner.peer().clients() : ordererPorts().clients();
  }

  int operationsPort() {
    return kind == Kind.PEER ? owner.peer().operations() : ordererPorts().operations();
  }

  /** The ports of an orderer. */
  Participant.OrdererPorts ordererPorts() {
    return Objects.requireNonNull(owner.orderer(), "an auditor has no orderer");
  }

  /** All ports that the node itself listens on. */
  int[] ports() {
    if (kind == Kind.PEER) {
      Participant.PeerPorts peer = owner.peer();
      return new int[] {peer.clients(), peer.chaincode(), peer.operations()};
    }
    Participant.OrdererPorts orderer = ordererPorts();
    return new int[] {orderer.clients(), orderer.admin(), orderer.operations()};
  }
}
