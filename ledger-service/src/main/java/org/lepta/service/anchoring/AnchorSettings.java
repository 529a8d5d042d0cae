package org.lepta.service.anchoring;

import java.math.BigInteger;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Where and how to anchor on a chain.
 *
 * @param node address of a node's JSON-RPC; may hold a secret, so that it is never shown
 * @param contract the contract
 * @param origin of the log that the contract anchors
 * @param payer the account that submits and pays; without one this service only signs and watches
 * @param members keys of this member
 * @param every the least time between two anchors
 * @param mostFee cap on what a unit of gas may cost, in wei
 * @param patience after which a transaction that no block takes is sent again with a higher fee
 * @param depth how many blocks on top make a block final; 0 to ask the chain, which is safer
 * @param look between two looks at the chain
 * @param folder of what must be remembered
 */
public record AnchorSettings(
    URI node,
    ContractAddress contract,
    String origin,
    Optional<AccountKey> payer,
    List<AccountKey> members,
    Duration every,
    BigInteger mostFee,
    Duration patience,
    int depth,
    Duration look,
    Path folder) {

  /** Copies the list. */
  public AnchorSettings {
    members = List.copyOf(members);
  }
}
