package org.lepta.service.sample;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Base64;
import java.util.HexFormat;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;
import org.lepta.ledger.entry.Approval;
import org.lepta.ledger.entry.Device;
import org.lepta.ledger.entry.Entry;
import org.lepta.ledger.entry.Hash;
import org.lepta.ledger.entry.Header;
import org.lepta.ledger.entry.Release;
import org.lepta.ledger.rule.ReleaseHash;
import org.lepta.service.kernel.Sha256;

/**
 * A throw-away device of an invented person: a P-256 key drawn from the sample's stream, and the
 * WebAuthn assertions an authenticator would make with it (Web Authentication Level 2, section
 * 6.3.3). Signatures are deterministic (RFC 6979), so that the sample is.
 */
final class Passkey {

  private static final String RELYING_PARTY = "demo.lepta.example";
  private static final int PRESENT_AND_VERIFIED = 0x05;

  /** What stands before the two coordinates in a SubjectPublicKeyInfo of P-256 (RFC 5480). */
  private static final byte[] P256_PREFIX =
      HexFormat.of().parseHex("3059301306072a8648ce3d020106082a8648ce3d03010703420004");

  private static final X9ECParameters CURVE = CustomNamedCurves.getByName("secp256r1");
  private static final ECDomainParameters DOMAIN =
      new ECDomainParameters(CURVE.getCurve(), CURVE.getG(), CURVE.getN(), CURVE.getH());

  private final String person;
  private final String device;
  private final String organisation;
  private final BigInteger secret;
  private int uses;

  Passkey(String organisation, Dice dice) {
    this.organisation = organisation;
    this.person = dice.handle("person");
    this.device = dice.handle("device");
    this.secret =
        new BigInteger(1, dice.bytes("key"))
            .mod(DOMAIN.getN().subtract(BigInteger.ONE))
            .add(BigInteger.ONE);
  }

  /** The random handle of the person who holds the device. */
  String person() {
    return person;
  }

  Entry registration(LocalDate on) {
    byte[] point = DOMAIN.getG().multiply(secret).normalize().getEncoded(false);
    byte[] key =
        ByteBuffer.allocate(P256_PREFIX.length + point.length - 1)
            .put(P256_PREFIX)
            .put(point, 1, point.length - 1)
            .array();
    return new Entry(
        Header.of(device, organisation).happened(on),
        new Device(person, organisation, text(key), new Hash(relyingParty().hex())));
  }

  /** The approval of a release exactly as it will be recorded. */
  Entry approve(String id, Entry release, LocalDate on) {
    Hash hash = ReleaseHash.of(release);
    byte[] authenticatorData =
        ByteBuffer.allocate(37)
            .put(relyingParty().bytes())
            .put((byte) PRESENT_AND_VERIFIED)
            .putInt(++uses)
            .array();
    byte[] clientData =
        """
        {"type":"webauthn.get","challenge":"%s","origin":"https://%s","crossOrigin":false}\
        """
            .formatted(text(HexFormat.of().parseHex(hash.hex())), RELYING_PARTY)
            .getBytes(StandardCharsets.UTF_8);
    byte[] signed = Sha256.digest(authenticatorData, Sha256.digest(clientData).bytes()).bytes();
    return new Entry(
        Header.of(id, organisation).happened(on).by(person),
        new Approval(
            ((Release) release.body()).fund(),
            release.id(),
            hash,
            person,
            device,
            text(authenticatorData),
            text(clientData),
            text(sign(signed))));
  }

  private static Sha256 relyingParty() {
    return Sha256.digest(RELYING_PARTY.getBytes(StandardCharsets.UTF_8));
  }

  private byte[] sign(byte[] digest) {
    ECDSASigner signer = new ECDSASigner(new HMacDSAKCalculator(new SHA256Digest()));
    signer.init(true, new ECPrivateKeyParameters(secret, DOMAIN));
    ASN1EncodableVector parts = new ASN1EncodableVector();
    for (BigInteger part : signer.generateSignature(digest)) {
      parts.add(new ASN1Integer(part));
    }
    try {
      return new DERSequence(parts).getEncoded();
    } catch (java.io.IOException e) {
      throw new IllegalStateException("two integers can always be written", e);
    }
  }

  private static String text(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
