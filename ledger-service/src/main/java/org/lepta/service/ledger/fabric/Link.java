package org.lepta.service.ledger.fabric;

import io.grpc.ChannelCredentials;
import io.grpc.Grpc;
import io.grpc.ManagedChannel;
import io.grpc.TlsChannelCredentials;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.hyperledger.fabric.client.Gateway;
import org.hyperledger.fabric.client.Network;
import org.hyperledger.fabric.client.identity.Signers;
import org.hyperledger.fabric.client.identity.X509Identity;
import org.lepta.service.ledger.Bytes;
import org.lepta.service.ledger.connection.Connection.Peer;
import org.lepta.service.ledger.wire.BlockHashes;

/**
 * The connection to one peer's gateway, over TLS with certificates on both sides; it connects when
 * it is used, and again after it broke. Thread-safe.
 */
final class Link implements AutoCloseable {
  /** As much as Fabric's own nodes take. */
  private static final int LARGEST_MESSAGE = 100 << 20;

  /** A peer hangs up on who asks more often than once a minute, unless its operator allows it. */
  private static final long KEEP_ALIVE_SECONDS = 70;

  private static final long KEEP_ALIVE_ANSWER_SECONDS = 10;

  private final Peer peer;
  private final ManagedChannel channel;
  private final Map<FabricIdentity, Gateway> gateways = new HashMap<>();
  private final String channelId;

  private Link(Peer peer, ManagedChannel channel, FabricSettings settings, byte[] tlsCertificate) {
    this.peer = peer;
    this.channel = channel;
    this.channelId = settings.channel();
    byte[] tlsHash = sha256(tlsCertificate);
    for (FabricIdentity signer : settings.signers()) {
      gateways.computeIfAbsent(signer, one -> gateway(one, settings, tlsHash));
    }
    gateways.computeIfAbsent(settings.reader(), one -> gateway(one, settings, tlsHash));
  }

  /**
   * Prepares the connection; nothing is sent yet.
   *
   * @throws IOException if certificates or keys cannot be read
   */
  static Link of(Peer peer, FabricSettings settings) throws IOException {
    Bytes authorities = Bytes.of(Files.readAllBytes(peer.tlsCa()));
    ManagedChannel channel = connect(peer.endpoint(), authorities, settings);
    try {
      return new Link(peer, channel, settings, certificate(settings.tlsCertificate()));
    } catch (IOException | RuntimeException e) {
      channel.shutdownNow();
      throw e;
    }
  }

  /**
   * Prepares a connection over TLS with certificates on both sides.
   *
   * @throws IOException if certificates or keys cannot be read
   */
  static ManagedChannel connect(String endpoint, Bytes authorities, FabricSettings settings)
      throws IOException {
    ChannelCredentials credentials =
        TlsChannelCredentials.newBuilder()
            .trustManager(stream(authorities))
            .keyManager(stream(settings.tlsCertificate()), stream(settings.tlsKey()))
            .build();
    return Grpc.newChannelBuilder("dns:///" + endpoint, credentials)
        .maxInboundMessageSize(LARGEST_MESSAGE)
        .keepAliveTime(KEEP_ALIVE_SECONDS, TimeUnit.SECONDS)
        .keepAliveTimeout(KEEP_ALIVE_ANSWER_SECONDS, TimeUnit.SECONDS)
        .build();
  }

  private Gateway gateway(FabricIdentity identity, FabricSettings settings, byte[] tlsHash) {
    FabricLimits limits = settings.limits();
    return Gateway.newInstance()
        .identity(new X509Identity(identity.member().mspId(), identity.certificate()))
        .signer(Signers.newPrivateKeySigner(identity.key()))
        .connection(channel)
        .tlsClientCertificateHash(tlsHash)
        .evaluateOptions(o -> o.withDeadlineAfter(limits.endorsing()))
        .endorseOptions(o -> o.withDeadlineAfter(limits.endorsing()))
        .submitOptions(o -> o.withDeadlineAfter(limits.ordering()))
        .connect();
  }

  /** Returns the peer at the other end. */
  Peer peer() {
    return peer;
  }

  /** Returns the gateway as this identity sees it. */
  Gateway gateway(FabricIdentity identity) {
    Gateway gateway = gateways.get(identity);
    if (gateway == null) {
      throw new IllegalArgumentException("not one of the settings: " + identity);
    }
    return gateway;
  }

  /** Returns the channel as this identity sees it. */
  Network network(FabricIdentity identity) {
    return gateway(identity).getNetwork(channelId);
  }

  private static ByteArrayInputStream stream(Bytes bytes) {
    return new ByteArrayInputStream(bytes.toArray());
  }

  private static byte[] certificate(Bytes pem) throws IOException {
    try {
      var certificates = CertificateFactory.getInstance("X.509").generateCertificates(stream(pem));
      return ((X509Certificate) List.copyOf(certificates).getFirst()).getEncoded();
    } catch (GeneralSecurityException e) {
      throw new IOException("the client certificate for TLS cannot be read", e);
    }
  }

  private static byte[] sha256(byte[] bytes) {
    MessageDigest digest = BlockHashes.sha256();
    return digest.digest(bytes);
  }

  @Override
  public void close() {
    gateways.values().forEach(Gateway::close);
    channel.shutdownNow();
    try {
      channel.awaitTermination(KEEP_ALIVE_ANSWER_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public String toString() {
    return peer.name();
  }
}
