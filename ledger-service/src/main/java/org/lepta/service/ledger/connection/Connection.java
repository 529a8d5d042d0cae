package org.lepta.service.ledger.connection;

import java.nio.file.Path;
import java.util.List;

/**
 * How the service of one organisation reaches a network.
 *
 * @param channel name of the channel
 * @param chaincode name of the chaincode on it
 * @param organisation the organisation's id (org-id.guide)
 * @param mspId the organisation's MSP id
 * @param endorsing whether the organisation is a member, whose peer endorses and whose clients
 *     submit; an auditor's do neither, it only reads blocks
 * @param peer the organisation's own peer
 * @param others the peers of all other organisations, endorsing or not
 * @param tls what the service shows to any peer when it connects; issued by the organisation's own
 *     authority for TLS, which all peers of the channel accept
 * @param signer signs proposals and transactions; of the role "client"
 * @param reader signs requests for blocks only; of the role "client"
 */
public record Connection(
    String channel,
    String chaincode,
    String organisation,
    String mspId,
    boolean endorsing,
    Peer peer,
    List<Peer> others,
    KeyFiles tls,
    KeyFiles signer,
    KeyFiles reader) {

  /** Keeps its own copy of the list. */
  public Connection {
    others = List.copyOf(others);
  }

  /**
   * One peer.
   *
   * @param name what messages call it
   * @param organisation id of the organisation that runs it
   * @param mspId MSP id of that organisation
   * @param endorsing whether it endorses
   * @param endpoint host and port, as in {@code 127.0.0.1:7051}; the certificate names the host
   * @param tlsCa PEM certificate of the authority that issued its TLS certificate
   */
  public record Peer(
      String name,
      String organisation,
      String mspId,
      boolean endorsing,
      String endpoint,
      Path tlsCa) {}

  /**
   * A certificate and its key, as files.
   *
   * @param certificate one PEM certificate
   * @param key PEM key, PKCS#8, P-256
   */
  public record KeyFiles(Path certificate, Path key) {}
}
