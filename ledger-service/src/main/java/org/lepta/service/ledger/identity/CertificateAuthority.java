package org.lepta.service.ledger.identity;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.operator.OperatorException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.util.IPAddress;

/**
 * A certificate authority of one organisation: a self-signed P-256 root that issues certificates
 * for signing or for TLS. Subjects are random names; nothing in a certificate says whose it is.
 *
 * <p>Signatures have the lower of their two possible S values: Fabric rewrites certificates with
 * the higher one, and its bytes of an identity would no longer be ours.
 *
 * @param keys the root's key pair
 * @param certificate the root's certificate
 */
public record CertificateAuthority(KeyPair keys, X509Certificate certificate) {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int NAME_BYTES = 8;
  private static final int SERIAL_BITS = 159;

  private static final BigInteger HALF_ORDER =
      CustomNamedCurves.getByName("P-256").getN().shiftRight(1);
  private static final Purpose AUTHORITY =
      Purpose.of(KeyUsage.keyCertSign | KeyUsage.cRLSign, true);
  private static final Purpose SIGNER = Purpose.of(KeyUsage.digitalSignature, false);

  /** RFC 5280 section 4.1.2.5: no well-defined expiration date. */
  private static final Instant NEVER = Instant.parse("9999-12-31T23:59:59Z");

  /**
   * A certificate with the key pair that it names.
   *
   * @param keys the key pair
   * @param certificate names its public key
   */
  public record Issued(KeyPair keys, X509Certificate certificate) {}

  /** Creates a new authority; certificates are valid from the given time on. */
  public static CertificateAuthority create(Instant from) {
    KeyPair keys = newKeys();
    X500Name name = new X500Name("CN=" + randomName());
    return new CertificateAuthority(
        keys, certify(keys, name, keys.getPublic(), name, from, AUTHORITY));
  }

  /** Issues a signing certificate of the role that Fabric calls by this organisational unit. */
  public Issued issue(String unit, Instant from) {
    return issue(new X500Name("OU=" + unit + ",CN=" + randomName()), from, SIGNER);
  }

  /**
   * Issues a certificate for both ends of TLS.
   *
   * @param addresses host names and IP addresses that a server with it is reached by
   */
  public Issued issueTls(List<String> addresses, Instant from) {
    GeneralName[] names =
        addresses.stream()
            .map(address -> new GeneralName(kindOf(address), address))
            .toArray(GeneralName[]::new);
    KeyPurposeId[] ends = {KeyPurposeId.id_kp_serverAuth, KeyPurposeId.id_kp_clientAuth};
    return issue(
        new X500Name("CN=" + randomName()),
        from,
        builder -> {
          SIGNER.addTo(builder);
          builder.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(ends));
          builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(names));
        });
  }

  private static int kindOf(String address) {
    return IPAddress.isValid(address) ? GeneralName.iPAddress : GeneralName.dNSName;
  }

  private Issued issue(X500Name name, Instant from, Purpose purpose) {
    KeyPair subject = newKeys();
    X500Name issuer = X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded());
    return new Issued(subject, certify(keys, issuer, subject.getPublic(), name, from, purpose));
  }

  /** Returns 16 random hexadecimal digits. */
  public static String randomName() {
    byte[] bytes = new byte[NAME_BYTES];
    RANDOM.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  private static KeyPair newKeys() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"), RANDOM);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java platform lacks P-256", e);
    }
  }

  private static X509Certificate certify(
      KeyPair issuerKeys,
      X500Name issuer,
      PublicKey subjectKey,
      X500Name subject,
      Instant from,
      Purpose purpose) {
    try {
      JcaX509ExtensionUtils ids = new JcaX509ExtensionUtils();
      X509v3CertificateBuilder builder =
          new JcaX509v3CertificateBuilder(
              issuer,
              new BigInteger(SERIAL_BITS, RANDOM).setBit(0),
              Date.from(from),
              Date.from(NEVER),
              subject,
              subjectKey);
      purpose.addTo(builder);
      builder
          .addExtension(
              Extension.subjectKeyIdentifier, false, ids.createSubjectKeyIdentifier(subjectKey))
          .addExtension(
              Extension.authorityKeyIdentifier,
              false,
              ids.createAuthorityKeyIdentifier(issuerKeys.getPublic()));
      return sign(builder, issuerKeys);
    } catch (GeneralSecurityException | OperatorException | IOException e) {
      throw new IllegalStateException("a certificate of our own could not be made", e);
    }
  }

  private static X509Certificate sign(X509v3CertificateBuilder builder, KeyPair issuerKeys)
      throws GeneralSecurityException, OperatorException {
    var signer = new JcaContentSignerBuilder("SHA256withECDSA").build(issuerKeys.getPrivate());
    while (true) {
      X509Certificate signed =
          new JcaX509CertificateConverter().getCertificate(builder.build(signer));
      BigInteger s =
          ASN1Integer.getInstance(ASN1Sequence.getInstance(signed.getSignature()).getObjectAt(1))
              .getPositiveValue();
      if (s.compareTo(HALF_ORDER) <= 0) {
        return signed;
      }
    }
  }

  /** What makes a certificate fit for its use. */
  private interface Purpose {
    void addTo(X509v3CertificateBuilder builder) throws IOException;

    static Purpose of(int keyUsage, boolean authority) {
      return builder ->
          builder
              .addExtension(Extension.keyUsage, true, new KeyUsage(keyUsage))
              .addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
    }
  }
}
