package org.lepta.service.ledger.identity;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/** PEM text (RFC 7468) of certificates and of PKCS#8 keys. */
public final class Pem {
  private static final Base64.Encoder LINES =
      Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));
  private static final String KEY = "PRIVATE KEY";

  private Pem() {}

  /** Returns the certificate as one PEM block that ends with a line break. */
  public static String certificate(X509Certificate certificate) {
    try {
      return text("CERTIFICATE", certificate.getEncoded());
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException("a parsed certificate has its bytes", e);
    }
  }

  /** Returns the key as one PEM block of PKCS#8 that ends with a line break. */
  public static String key(PrivateKey key) {
    return text(KEY, key.getEncoded());
  }

  /**
   * Reads one certificate.
   *
   * @throws GeneralSecurityException if the bytes are not one
   */
  public static X509Certificate parseCertificate(byte[] pem) throws GeneralSecurityException {
    return (X509Certificate)
        CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(pem));
  }

  /**
   * Reads the first PKCS#8 key of the text, which must be one of elliptic curves.
   *
   * @throws GeneralSecurityException if there is none
   */
  public static PrivateKey parseKey(String pem) throws GeneralSecurityException {
    String begin = "-----BEGIN " + KEY + "-----";
    int from = pem.indexOf(begin);
    int to = pem.indexOf("-----END " + KEY + "-----");
    if (from < 0 || to < from) {
      throw new GeneralSecurityException("not a PKCS#8 key in PEM");
    }
    try {
      byte[] der = Base64.getMimeDecoder().decode(pem.substring(from + begin.length(), to));
      return KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(der));
    } catch (IllegalArgumentException e) {
      throw new GeneralSecurityException("not base64", e);
    }
  }

  private static String text(String label, byte[] der) {
    String body = LINES.encodeToString(der);
    return "-----BEGIN " + label + "-----\n" + body + "\n-----END " + label + "-----\n";
  }
}
