package org.lepta.service.anchoring;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertStore;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.util.Selector;
import org.bouncycastle.util.Store;
import org.jspecify.annotations.Nullable;
import org.lepta.service.kernel.Sha256;

/** Asks for timestamp tokens, and checks them (RFC 3161). */
final class TimestampToken {

  /** What the authority's clock and ours may differ by, and the answer may take. */
  static final Duration DRIFT = Duration.ofMinutes(10);

  private TimestampToken() {}

  /**
   * Makes the question for a token over some bytes, with the authority's certificate in it.
   *
   * @param nonce that the answer must repeat
   */
  static TimeStampRequest request(byte[] data, BigInteger nonce) {
    TimeStampRequestGenerator generator = new TimeStampRequestGenerator();
    generator.setCertReq(true);
    return generator.generate(TSPAlgorithms.SHA256, Sha256.digest(data).bytes(), nonce);
  }

  /**
   * Returns the time of an answer, if it is a token for this question: the same hash and number,
   * signed by a certificate for nothing but timestamps that is valid now and chains to a believed
   * one, at about the present time.
   *
   * @throws AnchorException with {@link AnchorTrouble#ANCHOR_TOKEN_INVALID} and the reason
   */
  static Instant verify(
      TimeStampRequest request, byte[] answer, List<X509Certificate> roots, Instant now)
      throws AnchorException {
    try {
      TimeStampResponse response = new TimeStampResponse(answer);
      response.validate(request);
      org.bouncycastle.tsp.TimeStampToken token = response.getTimeStampToken();
      if (token == null) {
        throw invalid("the authority refuses: " + response.getStatusString(), null);
      }
      X509CertificateHolder signer = signer(token);
      // Purpose, critical and alone; the hash of the certificate in the token; the signature.
      token.validate(new JcaSimpleSignerInfoVerifierBuilder().build(signer));
      requirePath(token, signer, roots, now);
      Instant time = token.getTimeStampInfo().getGenTime().toInstant();
      if (Duration.between(time, now).abs().compareTo(DRIFT) > 0) {
        throw invalid("its time is " + time + ", and here it is " + now, null);
      }
      return time;
    } catch (TSPException | OperatorCreationException | GeneralSecurityException e) {
      throw invalid(String.valueOf(e.getMessage()), e);
    } catch (IOException | RuntimeException e) {
      throw invalid("it is no answer of an authority", e);
    }
  }

  /** The time of a token that was verified when it was stored. */
  static Instant timeUnverified(byte[] answer) throws IOException {
    try {
      return new TimeStampResponse(answer)
          .getTimeStampToken()
          .getTimeStampInfo()
          .getGenTime()
          .toInstant();
    } catch (TSPException | RuntimeException e) {
      throw new IOException("a stored token cannot be read", e);
    }
  }

  private static X509CertificateHolder signer(org.bouncycastle.tsp.TimeStampToken token)
      throws AnchorException {
    Selector<X509CertificateHolder> selector = selector(token);
    return certificates(token).getMatches(selector).stream()
        .findFirst()
        .orElseThrow(() -> invalid("its certificate is not in it", null));
  }

  @SuppressWarnings("unchecked") // Bouncy Castle names no type; its own example does the same.
  private static Selector<X509CertificateHolder> selector(
      org.bouncycastle.tsp.TimeStampToken token) {
    return token.getSID();
  }

  private static Store<X509CertificateHolder> certificates(
      org.bouncycastle.tsp.TimeStampToken token) {
    return token.getCertificates();
  }

  private static void requirePath(
      org.bouncycastle.tsp.TimeStampToken token,
      X509CertificateHolder signer,
      List<X509Certificate> roots,
      Instant now)
      throws GeneralSecurityException {
    JcaX509CertificateConverter converter = new JcaX509CertificateConverter();
    List<X509Certificate> given = new ArrayList<>();
    for (X509CertificateHolder certificate : certificates(token).getMatches(null)) {
      given.add(converter.getCertificate(certificate));
    }
    X509CertSelector target = new X509CertSelector();
    target.setCertificate(converter.getCertificate(signer));
    Set<TrustAnchor> anchors =
        roots.stream().map(root -> new TrustAnchor(root, null)).collect(Collectors.toSet());
    PKIXBuilderParameters parameters = new PKIXBuilderParameters(anchors, target);
    parameters.addCertStore(
        CertStore.getInstance("Collection", new CollectionCertStoreParameters(given)));
    parameters.setDate(Date.from(now));
    // Lists of revoked certificates would have to be fetched from addresses that a token names.
    parameters.setRevocationEnabled(false);
    CertPathBuilder.getInstance("PKIX").build(parameters);
  }

  private static AnchorException invalid(String reason, @Nullable Throwable cause) {
    return new AnchorException(
        AnchorTrouble.ANCHOR_TOKEN_INVALID, "the timestamp is not valid: " + reason, cause);
  }
}
