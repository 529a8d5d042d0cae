package org.lepta.service.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lepta.service.ledger.identity.Pem;

class MaterialTest {
  @TempDir Path temp;
  private Path member = Path.of("");
  private Path auditor = Path.of("");

  @BeforeEach
  void create() throws Exception {
    NetworkPlan plan =
        NetworkPlan.create(NetworkSettings.of(temp, Ordering.RAFT, temp), new Ports(new Random(3)));
    member = temp.resolve("member");
    auditor = temp.resolve("auditor");
    Material.create(member, plan.participants().getFirst(), Instant.now());
    Material.create(auditor, plan.participants().getLast(), Instant.now());
  }

  @Test
  void everyRoleHasACertificateOfItsOwnAuthority() throws Exception {
    X509Certificate root = certificate("ca/ca.crt");
    for (String role : List.of("peer", "orderer", "admin")) {
      X509Certificate issued = certificate(role + "/msp/signcerts/cert.pem");
      issued.verify(root.getPublicKey());
      issued.checkValidity();
      assertThat(issued.getSubjectX500Principal().getName()).endsWith("OU=" + role);
    }
    for (String name : List.of("signer", "reader")) {
      X509Certificate issued = certificate("service/" + name + ".crt");
      issued.verify(root.getPublicKey());
      assertThat(issued.getSubjectX500Principal().getName()).endsWith("OU=client");
    }
  }

  @Test
  void tlsCertificatesNameLoopbackAndTheNode() throws Exception {
    X509Certificate issued = certificate("peer/tls/server.crt");

    issued.verify(certificate("tls-ca/ca.crt").getPublicKey());
    assertThat(issued.getSubjectAlternativeNames())
        .contains(List.of(7, "127.0.0.1"), List.of(2, "foundation-1-peer"));
  }

  @Test
  void theAuditorHasNoOrderer() {
    assertThat(auditor.resolve("peer")).isDirectory();
    assertThat(auditor.resolve("orderer")).doesNotExist();
  }

  @Test
  void onlyTheOwnerReadsAnything() throws Exception {
    try (Stream<Path> all = Files.walk(member)) {
      for (Path path : all.toList()) {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
            .isEqualTo(Files.isDirectory(path) ? "rwx------" : "rw-------");
      }
    }
  }

  private X509Certificate certificate(String path) throws Exception {
    return Pem.parseCertificate(Files.readAllBytes(member.resolve(path)));
  }
}
