package org.lepta.ledger.rule;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.HexFormat;
import org.lepta.ledger.Sha256;
import org.lepta.ledger.entry.Approval;
import org.lepta.ledger.entry.Device;
import org.lepta.ledger.entry.Entry;
import org.lepta.ledger.entry.Hash;
import org.lepta.ledger.entry.Release;

/** A person's device with a real P-256 key, and WebAuthn assertions built by hand. */
final class TestDevice {

  static final int PRESENT_AND_VERIFIED = 0x05;
  static final String RELYING_PARTY = "desk.example";

  final String id;
  final String person;
  final String organisation;
  private final KeyPair keys;

  TestDevice(String id, String person, String organisation) {
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

  Entry registration() {
    return TestLedger.by(
        organisation,
        id,
        new Device(
            person,
            organisation,
            text(keys.getPublic().getEncoded()),
            new Hash(Sha256.hex(RELYING_PARTY))));
  }

  /** The assertion an authenticator makes for this release. */
  Approval approve(Entry release) {
    String challenge = text(HexFormat.of().parseHex(ReleaseHash.of(release).hex()));
    return approve(release, client("webauthn.get", challenge), RELYING_PARTY, PRESENT_AND_VERIFIED);
  }

  Approval approve(Entry release, String clientData, String relyingParty, int flags) {
    byte[] authenticator = authenticatorData(relyingParty, flags);
    byte[] client = clientData.getBytes(StandardCharsets.UTF_8);
    return new Approval(
        ((Release) release.body()).fund(),
        release.id(),
        ReleaseHash.of(release),
        person,
        id,
        text(authenticator),
        text(client),
        text(sign(authenticator, Sha256.of(client))));
  }

  static String client(String type, String challenge) {
    return "{\"type\":\""
        + type
        + "\",\"challenge\":\""
        + challenge
        + "\",\"origin\":\"https://desk.example\",\"crossOrigin\":false}";
  }

  private static byte[] authenticatorData(String relyingParty, int flags) {
    return ByteBuffer.allocate(37)
        .put(Sha256.of(relyingParty.getBytes(StandardCharsets.UTF_8)))
        .put((byte) flags)
        .putInt(7)
        .array();
  }

  private byte[] sign(byte[]... parts) {
    try {
      Signature es256 = Signature.getInstance("SHA256withECDSA");
      es256.initSign(keys.getPrivate());
      for (byte[] part : parts) {
        es256.update(part);
      }
      return es256.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  static String text(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
