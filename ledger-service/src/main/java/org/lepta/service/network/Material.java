package org.lepta.service.network;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.lepta.service.ledger.identity.CertificateAuthority;
import org.lepta.service.ledger.identity.CertificateAuthority.Issued;
import org.lepta.service.ledger.identity.OwnerFiles;
import org.lepta.service.ledger.identity.Pem;

/**
 * Makes the identities of one participant: an authority for signing and one for TLS, and what they
 * issue to its nodes, its administrator and its service. Fabric knows roles by the organisational
 * units peer, orderer, admin and client.
 */
final class Material {
  /** Machines whose clocks are a little behind accept the certificates too. */
  private static final int MINUTES_BACK = 10;

  private static final List<String> LOOPBACK = List.of("127.0.0.1", "localhost");

  private final Path folder;
  private final Participant participant;
  private final Instant from;
  private final CertificateAuthority authority;
  private final CertificateAuthority tlsAuthority;

  private Material(Path folder, Participant participant, Instant from) {
    this.folder = folder;
    this.participant = participant;
    this.from = from;
    this.authority = CertificateAuthority.create(from);
    this.tlsAuthority = CertificateAuthority.create(from);
  }

  /** Makes everything in the folder, which must not be there yet. */
  static void create(Path folder, Participant participant, Instant now) throws IOException {
    Instant from = now.minus(MINUTES_BACK, ChronoUnit.MINUTES).truncatedTo(ChronoUnit.SECONDS);
    new Material(folder, participant, from).create();
  }

  private void create() throws IOException {
    writeAuthority("ca", authority);
    writeAuthority("tls-ca", tlsAuthority);
    writeMsp(folder.resolve("msp"));
    writeNode(new Node(participant, Node.Kind.PEER));
    if (participant.member()) {
      writeNode(new Node(participant, Node.Kind.ORDERER));
    }
    Path admin = folder.resolve("admin");
    writeSigningMsp(admin.resolve("msp"), "admin");
    write(admin.resolve("tls"), "client", tlsAuthority.issueTls(LOOPBACK, from));
    Path service = folder.resolve("service");
    write(service, "signer", authority.issue("client", from));
    write(service, "reader", authority.issue("client", from));
    write(service, "tls", tlsAuthority.issueTls(LOOPBACK, from));
  }

  private void writeNode(Node node) throws IOException {
    Path home = folder.resolve(node.kind().program());
    writeSigningMsp(home.resolve("msp"), node.kind().program());
    List<String> addresses = List.of("127.0.0.1", "localhost", node.name());
    write(home.resolve("tls"), "server", tlsAuthority.issueTls(addresses, from));
  }

  private void writeAuthority(String name, CertificateAuthority own) throws IOException {
    write(folder.resolve(name), "ca", new Issued(own.keys(), own.certificate()));
  }

  /** An MSP that can sign. */
  private void writeSigningMsp(Path msp, String role) throws IOException {
    writeMsp(msp);
    Issued issued = authority.issue(role, from);
    OwnerFiles.createFolders(msp.resolve("signcerts"));
    OwnerFiles.createFolders(msp.resolve("keystore"));
    OwnerFiles.write(msp.resolve("signcerts/cert.pem"), Pem.certificate(issued.certificate()));
    OwnerFiles.write(msp.resolve("keystore/key.pem"), Pem.key(issued.keys().getPrivate()));
  }

  /** An MSP as others see it. */
  private void writeMsp(Path msp) throws IOException {
    OwnerFiles.createFolders(msp.resolve("cacerts"));
    OwnerFiles.createFolders(msp.resolve("tlscacerts"));
    OwnerFiles.write(msp.resolve("cacerts/ca.pem"), Pem.certificate(authority.certificate()));
    OwnerFiles.write(msp.resolve("tlscacerts/ca.pem"), Pem.certificate(tlsAuthority.certificate()));
    StringBuilder roles = new StringBuilder("NodeOUs:\n  Enable: true\n");
    for (String role : List.of("client", "peer", "admin", "orderer")) {
      String key = Character.toUpperCase(role.charAt(0)) + role.substring(1);
      roles
          .append("  %sOUIdentifier:\n    Certificate: cacerts/ca.pem\n".formatted(key))
          .append("    OrganizationalUnitIdentifier: %s\n".formatted(role));
    }
    OwnerFiles.write(msp.resolve("config.yaml"), roles.toString());
  }

  private static void write(Path folder, String name, Issued issued) throws IOException {
    OwnerFiles.createFolders(folder);
    OwnerFiles.write(folder.resolve(name + ".crt"), Pem.certificate(issued.certificate()));
    OwnerFiles.write(folder.resolve(name + ".key"), Pem.key(issued.keys().getPrivate()));
  }
}
