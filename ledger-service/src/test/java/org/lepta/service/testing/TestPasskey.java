package org.lepta.service.testing;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.HexFormat;
import org.lepta.ledger.entry.Approval;
import org.lepta.ledger.entry.Device;
import org.lepta.ledger.entry.Entry;
import org.lepta.ledger.entry.Hash;
import org.lepta.ledger.entry.Header;
import org.lepta.ledger.entry.Release;
import org.lepta.ledger.rule.ReleaseHash;
import org.lepta.service.kernel.Sha256;

/** A person's device with a real P-256 key, and assertions as WebAuthn makes them. */
public final class TestPasskey {

  private static final String RELYING_PARTY = "desk.example";

  private final String id;
  private final String person;
  private final String organisation;
  private final KeyPair keys;

  public TestPasskey(String id, String person, String organisation) {
    this.id = id;
    this.person = person;
    this.organisation = organisation;
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      keys = generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  public Entry registration() {
    Hash relyingParty = new Hash(digest(RELYING_PARTY.getBytes(StandardCharsets.UTF_8)).hex());
    Device device =
        new Device(person, organisation, text(keys.getPublic().getEncoded()), relyingParty);
    return new Entry(Header.of(id, organisation), device);
  }

  public Entry approve(String approval, Entry release) {
    return approve(approval, release, "webauthn.get");
  }

  /** An assertion of that type; any but {@code webauthn.get} is none that counts. */
  public Entry approve(String approval, Entry release, String type) {
    Hash hash = ReleaseHash.of(release);
    byte[] authenticator =
        ByteBuffer.allocate(37)
            .put(digest(RELYING_PARTY.getBytes(StandardCharsets.UTF_8)).bytes())
            .put((byte) 5)
            .putInt(7)
            .array();
    byte[] client =
        "{\"type\":\"%s\",\"challenge\":\"%s\",\"origin\":\"https://desk.example\"}"
            .formatted(type, text(HexFormat.of().parseHex(hash.hex())))
            .getBytes(StandardCharsets.UTF_8);
    return new Entry(
        Header.of(approval, organisation).by(person),
        new Approval(
            ((Release) release.body()).fund(),
            release.id(),
            hash,
            person,
            id,
            text(authenticator),
            text(client),
            text(sign(authenticator, digest(client).bytes()))));
  }

  private byte[] sign(byte[] authenticator, byte[] client) {
    try {
      Signature es256 = Signature.getInstance("SHA256withECDSA");
      es256.initSign(keys.getPrivate());
      es256.update(authenticator);
      es256.update(client);
      return es256.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Sha256 digest(byte[] bytes) {
    return Sha256.digest(bytes);
  }

  private static String text(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
