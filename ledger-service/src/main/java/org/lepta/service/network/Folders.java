package org.lepta.service.network;

import java.nio.file.Path;

/**
 * Where things lie in the data folder.
 *
 * @param data the folder, absolute
 */
record Folders(Path data) {

  /** The plan; there is a network if and only if this file is there. */
  Path plan() {
    return data.resolve("network.json");
  }

  Path lock() {
    return data.resolve("lock");
  }

  Path members() {
    return data.resolve("members");
  }

  Path of(Participant participant) {
    return members().resolve(participant.name());
  }

  /** Identity and keys of a node. */
  Path material(Node node) {
    return of(node.owner()).resolve(node.kind().program());
  }

  /** The authority that issued the TLS certificates of a participant. */
  Path tlsCa(Participant participant) {
    return of(participant).resolve("tls-ca").resolve("ca.crt");
  }

  /** What Fabric's programs read besides keys. */
  Path config() {
    return data.resolve("config");
  }

  Path genesisBlock() {
    return members().resolve("genesis.block");
  }

  /** Ledger and temporary files of a node. */
  Path state(Node node) {
    return data.resolve("nodes").resolve(node.name());
  }

  Path log(Node node) {
    return data.resolve("logs").resolve(node.name() + ".log");
  }

  Path chaincodeLog(Node peer) {
    return data.resolve("logs").resolve(peer.owner().name() + "-chaincode.log");
  }

  Path run() {
    return data.resolve("run");
  }

  Path pidFile(Node node) {
    return run().resolve(node.name() + ".pid");
  }

  /** The begin of the path of a chaincode's process file; a part of its package's id follows. */
  Path chaincodeRun(Node peer) {
    return run().resolve(peer.owner().name() + "-chaincode");
  }
}
