package org.lepta.service.network;

import org.jspecify.annotations.Nullable;

/**
 * An organisation on the network with its nodes.
 *
 * @param name its name on this machine, as {@code foundation-1}; folders and messages use it
 * @param organisation its id (org-id.guide)
 * @param mspId its MSP id, random
 * @param peer where its peer listens
 * @param orderer where its orderer listens; none for an auditor
 */
record Participant(
    String name,
    String organisation,
    String mspId,
    PeerPorts peer,
    @Nullable OrdererPorts orderer) {

  /** Ports of a peer: clients and other peers, its chaincode, health. */
  record PeerPorts(int clients, int chaincode, int operations) {}

  /** Ports of an orderer: clients and other orderers, channel administration, health. */
  record OrdererPorts(int clients, int admin, int operations) {}

  /** Whether it is a member: orders, endorses and submits. An auditor only reads. */
  boolean member() {
    return orderer != null;
  }
}
