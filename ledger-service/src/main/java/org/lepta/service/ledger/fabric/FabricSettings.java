package org.lepta.service.ledger.fabric;

import java.util.ArrayList;
import java.util.List;
import org.lepta.service.ledger.Bytes;

/**
 * What a Fabric network is joined with.
 *
 * @param channel channel id
 * @param contract name of the contract on that channel, which is the namespace of its keys
 * @param signers identities that may sign transactions, of one member each; none for who only reads
 * @param reader identity that reads blocks, and evaluates where there is no signer
 * @param tlsCertificate client certificate for TLS, in PEM
 * @param tlsKey its key, PKCS#8 in PEM
 * @param peers the own peer first, then those to turn to when it is gone
 * @param limits how much at once and how long
 */
public record FabricSettings(
    String channel,
    String contract,
    List<FabricIdentity> signers,
    FabricIdentity reader,
    Bytes tlsCertificate,
    Bytes tlsKey,
    List<PeerAddress> peers,
    FabricLimits limits) {

  /**
   * Makes the lists immutable.
   *
   * @throws IllegalArgumentException if there is no peer
   */
  public FabricSettings {
    signers = List.copyOf(signers);
    peers = List.copyOf(peers);
    if (peers.isEmpty()) {
      throw new IllegalArgumentException("a network has a peer");
    }
  }

  /** Returns the same settings with other limits. */
  public FabricSettings withLimits(FabricLimits other) {
    return new FabricSettings(
        channel, contract, signers, reader, tlsCertificate, tlsKey, peers, other);
  }

  /** Returns the same settings with one more identity to sign with. */
  public FabricSettings withSigner(FabricIdentity signer) {
    List<FabricIdentity> more = new ArrayList<>(signers);
    more.add(signer);
    return new FabricSettings(
        channel, contract, more, reader, tlsCertificate, tlsKey, peers, limits);
  }

  /** Leaves the keys out. */
  @Override
  public String toString() {
    return "channel " + channel + " by " + peers;
  }
}
