package org.lepta.service.ledger.identity;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.security.KeyStore;
import java.security.cert.CertPath;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Sequence;
import org.junit.jupiter.api.Test;

class CertificateAuthorityTest {
  private static final Instant FROM = Instant.parse("2026-01-02T03:04:05Z");
  private static final BigInteger ORDER =
      new BigInteger("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551", 16);

  private final CertificateAuthority authority = CertificateAuthority.create(FROM);

  @Test
  void signingCertificatesAreAcceptedByTheJdkAndSayOnlyTheirRole() throws Exception {
    X509Certificate issued = authority.issue("peer", FROM).certificate();

    validate(issued, authority);
    assertThat(issued.getSubjectX500Principal().getName()).matches("CN=[0-9a-f]{16},OU=peer");
    assertThat(issued.getKeyUsage()[0]).isTrue();
    assertThat(issued.getBasicConstraints()).isEqualTo(-1);
    assertThat(authority.certificate().getBasicConstraints()).isNotEqualTo(-1);
  }

  @Test
  void tlsCertificatesAreAcceptedByTheJdkForBothEnds() throws Exception {
    X509Certificate issued = authority.issueTls(List.of("127.0.0.1", "a-peer"), FROM).certificate();

    validate(issued, authority);
    trust().checkServerTrusted(new X509Certificate[] {issued}, "ECDHE_ECDSA");
    trust().checkClientTrusted(new X509Certificate[] {issued}, "EC");
    assertThat(issued.getSubjectAlternativeNames())
        .containsExactlyInAnyOrder(List.of(7, "127.0.0.1"), List.of(2, "a-peer"));
  }

  @Test
  void signaturesHaveTheLowerS() {
    for (int i = 0; i < 50; i++) {
      byte[] signature = authority.issue("client", FROM).certificate().getSignature();
      BigInteger s =
          ASN1Integer.getInstance(ASN1Sequence.getInstance(signature).getObjectAt(1))
              .getPositiveValue();
      assertThat(s).isLessThanOrEqualTo(ORDER.shiftRight(1));
    }
  }

  @Test
  void pemIsReadAsItWasWritten() throws Exception {
    var issued = authority.issue("admin", FROM);

    assertThat(Pem.parseCertificate(Pem.certificate(issued.certificate()).getBytes(US_ASCII)))
        .isEqualTo(issued.certificate());
    assertThat(Pem.parseKey(Pem.key(issued.keys().getPrivate())))
        .isEqualTo(issued.keys().getPrivate());
  }

  private static void validate(X509Certificate issued, CertificateAuthority authority)
      throws Exception {
    CertPath path = CertificateFactory.getInstance("X.509").generateCertPath(List.of(issued));
    CertPathValidator.getInstance("PKIX").validate(path, parameters(authority));
  }

  private static PKIXParameters parameters(CertificateAuthority authority) throws Exception {
    PKIXParameters parameters =
        new PKIXParameters(Set.of(new TrustAnchor(authority.certificate(), null)));
    parameters.setRevocationEnabled(false);
    parameters.setDate(Date.from(FROM.plusSeconds(1)));
    return parameters;
  }

  private X509TrustManager trust() throws Exception {
    KeyStore roots = KeyStore.getInstance("PKCS12");
    roots.load(null, null);
    roots.setCertificateEntry("root", authority.certificate());
    TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
    factory.init(roots);
    return (X509TrustManager) factory.getTrustManagers()[0];
  }
}
