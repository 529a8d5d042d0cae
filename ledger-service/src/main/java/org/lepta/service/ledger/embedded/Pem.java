package org.lepta.service.ledger.embedded;

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
final class Pem {
  private static final Base64.Encoder LINES =
      Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));
  private static final String KEY = "PRIVATE KEY";

  private Pem() {}

  static String certificate(X509Certificate certificate) {
    try {
      return text("CERTIFICATE", certificate.getEncoded());
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException("a parsed certificate has its bytes", e);
    }
  }

  static String key(PrivateKey key) {
    return text(KEY, key.getEncoded());
  }

  static X509Certificate parseCertificate(byte[] pem) throws GeneralSecurityException {
    return (X509Certificate)
        CertificateFactory.getInstance("X.509")
            .generateCertificate(new ByteArrayInputStream(pem));
  }

  static PrivateKey parseKey(String pem) throws GeneralSecurityException {
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
