package org.lepta.service.ledger.embedded;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Date;
import java.util.HexFormat;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * A certificate authority of one organisation: a self-signed P-256 root that issues signing
 * certificates. Subjects are random names; nothing in a certificate says whose it is.
 *
 * @param keys the root's key pair
 * @param certificate the root's certificate
 */
record CertificateAuthority(KeyPair keys, X509Certificate certificate) {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int NAME_BYTES = 8;
  private static final int SERIAL_BITS = 159;

  /** RFC 5280 section 4.1.2.5: no well-defined expiration date. */
  private static final Instant NEVER = Instant.parse("9999-12-31T23:59:59Z");

  /** A certificate with the key pair that it names. */
  record Issued(KeyPair keys, X509Certificate certificate) {}

  /** Creates a new authority; certificates are valid from the given time on. */
  static CertificateAuthority create(Instant from) {
    KeyPair keys = newKeys();
    X500Name name = new X500Name("CN=" + randomName());
    return new CertificateAuthority(keys, sign(keys, name, keys, name, from, true));
  }

  /** Issues a signing certificate of the role that Fabric calls by this organisational unit. */
  Issued issue(String unit, Instant from) {
    KeyPair subject = newKeys();
    X500Name issuer = X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded());
    X500Name name = new X500Name("OU=" + unit + ",CN=" + randomName());
    return new Issued(subject, sign(keys, issuer, subject, name, from, false));
  }

  /** Returns 16 random hexadecimal digits. */
  static String randomName() {
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

  private static X509Certificate sign(
      KeyPair issuerKeys,
      X500Name issuer,
      KeyPair subjectKeys,
      X500Name subject,
      Instant from,
      boolean authority) {
    try {
      JcaX509ExtensionUtils ids = new JcaX509ExtensionUtils();
      X509v3CertificateBuilder builder =
          new JcaX509v3CertificateBuilder(
              issuer,
              new BigInteger(SERIAL_BITS, RANDOM).setBit(0),
              Date.from(from),
              Date.from(NEVER),
              subject,
              subjectKeys.getPublic());
      int usage = authority ? KeyUsage.keyCertSign | KeyUsage.cRLSign : KeyUsage.digitalSignature;
      builder
          .addExtension(Extension.keyUsage, true, new KeyUsage(usage))
          .addExtension(Extension.basicConstraints, true, new BasicConstraints(authority))
          .addExtension(
              Extension.subjectKeyIdentifier,
              false,
              ids.createSubjectKeyIdentifier(subjectKeys.getPublic()))
          .addExtension(
              Extension.authorityKeyIdentifier,
              false,
              ids.createAuthorityKeyIdentifier(issuerKeys.getPublic()));
      var signer = new JcaContentSignerBuilder("SHA256withECDSA").build(issuerKeys.getPrivate());
      return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
    } catch (GeneralSecurityException | OperatorException | IOException e) {
      throw new IllegalStateException("a certificate of our own could not be made", e);
    }
  }
}
