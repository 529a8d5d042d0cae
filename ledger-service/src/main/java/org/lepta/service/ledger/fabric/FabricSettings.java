package org.lepta.service.ledger.fabric;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import org.lepta.service.ledger.Bytes;
import org.lepta.service.ledger.Member;
import org.lepta.service.ledger.connection.Connection;
import org.lepta.service.ledger.connection.Connection.KeyFiles;
import org.lepta.service.ledger.connection.Connection.Peer;
import org.lepta.service.ledger.identity.Pem;

/**
 * What a Fabric network is joined with.
 *
 * @param channel channel id
 * @param contract name of the contract on that channel, which is the namespace of its keys
 * @param signers identities that may sign transactions, of one member each; none for who only reads
 * @param reader identity that reads blocks
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
    List<Peer> peers,
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

  /**
   * Reads the keys and certificates of a connection.
   *
   * @throws IOException if one cannot be read; the message names the file
   */
  public static FabricSettings of(Connection connection, FabricLimits limits) throws IOException {
    List<Peer> peers = new ArrayList<>(List.of(connection.peer()));
    peers.addAll(connection.others());
    return new FabricSettings(
        connection.channel(),
        connection.chaincode(),
        connection.endorsing() ? List.of(signer(connection)) : List.of(),
        identity(connection, connection.reader()),
        Bytes.of(Files.readAllBytes(connection.tls().certificate())),
        Bytes.of(Files.readAllBytes(connection.tls().key())),
        peers,
        limits);
  }

  /**
   * Reads the identity that a connection signs with.
   *
   * @throws IOException if it cannot be read; the message names the file
   */
  public static FabricIdentity signer(Connection connection) throws IOException {
    return identity(connection, connection.signer());
  }

  private static FabricIdentity identity(Connection connection, KeyFiles files) throws IOException {
    try {
      return new FabricIdentity(
          new Member(connection.organisation(), connection.mspId()),
          Pem.parseCertificate(Files.readAllBytes(files.certificate())),
          Pem.parseKey(Files.readString(files.key(), StandardCharsets.US_ASCII)));
    } catch (GeneralSecurityException e) {
      throw new IOException(files.certificate() + " or its key cannot be read", e);
    }
  }

  /** Returns the same settings without anybody to sign transactions. */
  public FabricSettings readingOnly() {
    return new FabricSettings(
        channel, contract, List.of(), reader, tlsCertificate, tlsKey, peers, limits);
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
