package org.lepta.service.ledger.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.lepta.service.ledger.BrokenLedgerException;
import org.lepta.service.ledger.BrokenLedgerException.Breach;
import org.lepta.service.ledger.Member;
import org.lepta.service.ledger.identity.CertificateAuthority;
import org.lepta.service.ledger.identity.OwnerFiles;
import org.lepta.service.ledger.identity.Pem;

/**
 * The keeper's identities on disk: a folder per MSP id with {@code organisation} (its id, empty for
 * the orderer), {@code ca.crt}, {@code ca.key}, {@code signer.crt}, {@code signer.key}. Keys are
 * PKCS#8 in PEM with mode 0600. A folder appears whole and durable or not at all.
 */
final class IdentityStore {
  private final Path folder;

  IdentityStore(Path folder) throws IOException {
    this.folder = folder;
    OwnerFiles.createFolders(folder);
  }

  /** Issues and stores a new identity; an empty organisation makes the orderer's. */
  Identity create(String organisation, Instant now) throws IOException {
    boolean orderer = organisation.isEmpty();
    CertificateAuthority authority = CertificateAuthority.create(now);
    var issued = authority.issue(orderer ? "orderer" : "peer", now);
    String prefix = orderer ? "Orderer" : "Org";
    Member member = new Member(organisation, prefix + CertificateAuthority.randomName() + "MSP");
    Path fresh = Files.createTempDirectory(folder, ".new", OwnerFiles.FOLDER);
    OwnerFiles.write(fresh.resolve("organisation"), organisation);
    OwnerFiles.write(fresh.resolve("ca.crt"), Pem.certificate(authority.certificate()));
    OwnerFiles.write(fresh.resolve("ca.key"), Pem.key(authority.keys().getPrivate()));
    OwnerFiles.write(fresh.resolve("signer.crt"), Pem.certificate(issued.certificate()));
    OwnerFiles.write(fresh.resolve("signer.key"), Pem.key(issued.keys().getPrivate()));
    Files.move(fresh, folder.resolve(member.mspId()), StandardCopyOption.ATOMIC_MOVE);
    OwnerFiles.sync(folder);
    return identity(member, authority.certificate(), issued.certificate(), issued.keys());
  }

  /**
   * Loads all identities by MSP id.
   *
   * @throws BrokenLedgerException if one of them is damaged
   */
  Map<String, Identity> load() throws IOException {
    Map<String, Identity> all = new HashMap<>();
    try (Stream<Path> entries = Files.list(folder)) {
      for (Path entry : entries.toList()) {
        String name = entry.getFileName().toString();
        if (!name.startsWith(".")) {
          all.put(name, load(entry, name));
        }
      }
    }
    return all;
  }

  private static Identity load(Path entry, String mspId) throws IOException {
    String organisation = Files.readString(entry.resolve("organisation"));
    try {
      X509Certificate root = Pem.parseCertificate(Files.readAllBytes(entry.resolve("ca.crt")));
      X509Certificate own = Pem.parseCertificate(Files.readAllBytes(entry.resolve("signer.crt")));
      PrivateKey key = Pem.parseKey(Files.readString(entry.resolve("signer.key")));
      own.verify(root.getPublicKey());
      KeyPair keys = new KeyPair(own.getPublicKey(), key);
      return identity(new Member(organisation, mspId), root, own, keys);
    } catch (GeneralSecurityException e) {
      throw new BrokenLedgerException(Breach.IDENTITY, -1, mspId + " is damaged", e);
    }
  }

  private static Identity identity(
      Member member, X509Certificate root, X509Certificate own, KeyPair keys) {
    Identity identity = Identity.of(member, root, own, keys.getPrivate());
    byte[] probe = member.mspId().getBytes(StandardCharsets.UTF_8);
    if (!Ecdsa.verify(keys.getPublic(), identity.sign(probe).toByteArray(), probe)) {
      String detail = "the key of " + member.mspId() + " is not its certificate's";
      throw new BrokenLedgerException(Breach.IDENTITY, -1, detail);
    }
    return identity;
  }
}
