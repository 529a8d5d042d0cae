package org.lepta.service.anchoring;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.function.UnaryOperator;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cmp.PKIStatus;
import org.bouncycastle.asn1.cmp.PKIStatusInfo;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.tsp.MessageImprint;
import org.bouncycastle.asn1.tsp.TSTInfo;
import org.bouncycastle.asn1.tsp.TimeStampResp;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.util.encoders.Base64;
import org.jspecify.annotations.Nullable;
import org.lepta.service.kernel.Sha256;

/** A timestamp authority with a root of its own, that can be made to answer wrongly. */
final class TestAuthority implements AutoCloseable {

  private static final Duration YEAR = Duration.ofDays(365);

  final X509Certificate root;
  private final KeyPair rootKey = keyPair();
  private final KeyPair key = keyPair();
  private final HttpServer server;

  /** The certificate that it signs with. */
  X509Certificate certificate;

  /** What it answers instead of what it was asked. */
  UnaryOperator<TimeStampRequest> misreading = UnaryOperator.identity();

  /** What becomes of its answers on the way. */
  UnaryOperator<byte[]> spoiling = UnaryOperator.identity();

  Duration ahead = Duration.ZERO;
  int status = 200;

  TestAuthority() throws IOException, GeneralSecurityException, OperatorCreationException {
    root = certificate("root", rootKey, "root", rootKey, YEAR, YEAR, null, true);
    certificate = certificate(true, YEAR, YEAR, KeyPurposeId.id_kp_timeStamping);
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
  }

  String writeRoot(Path file) throws IOException, GeneralSecurityException {
    String pem =
        "-----BEGIN CERTIFICATE-----\n"
            + Base64.toBase64String(root.getEncoded()).replaceAll("(.{64})", "$1\n")
            + "\n-----END CERTIFICATE-----\n";
    Files.writeString(file, pem, StandardCharsets.US_ASCII);
    return file.toString();
  }

  /** A certificate of the authority's key from its root, valid from before now until after now. */
  X509Certificate certificate(
      boolean critical, Duration before, Duration after, KeyPurposeId... purposes)
      throws IOException, GeneralSecurityException, OperatorCreationException {
    Extension usage =
        Extension.create(Extension.extendedKeyUsage, critical, new ExtendedKeyUsage(purposes));
    return certificate("stamps", key, "root", rootKey, before, after, usage, false);
  }

  private static X509Certificate certificate(
      String name,
      KeyPair subject,
      String issuer,
      KeyPair signer,
      Duration before,
      Duration after,
      @Nullable Extension usage,
      boolean isRoot)
      throws IOException, GeneralSecurityException, OperatorCreationException {
    Instant now = Instant.now();
    JcaX509v3CertificateBuilder builder =
        new JcaX509v3CertificateBuilder(
            new X500Name("CN=" + issuer),
            BigInteger.valueOf(now.toEpochMilli()),
            Date.from(now.minus(before)),
            Date.from(now.plus(after)),
            new X500Name("CN=" + name),
            subject.getPublic());
    if (isRoot) {
      builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
    }
    if (usage != null) {
      builder.addExtension(usage);
    }
    return new JcaX509CertificateConverter()
        .getCertificate(
            builder.build(
                new JcaContentSignerBuilder("SHA256withECDSA").build(signer.getPrivate())));
  }

  private static KeyPair keyPair() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(256);
    return generator.generateKeyPair();
  }

  private void answer(HttpExchange exchange) throws IOException {
    byte[] body;
    try {
      TimeStampRequest request =
          misreading.apply(new TimeStampRequest(exchange.getRequestBody().readAllBytes()));
      body = spoiling.apply(token(request));
    } catch (GeneralSecurityException | OperatorCreationException | CMSException e) {
      throw new IOException(e);
    }
    exchange.getResponseHeaders().set("Content-Type", "application/timestamp-reply");
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  /** Made by hand, since Bouncy Castle's own generator refuses certificates for something else. */
  private byte[] token(TimeStampRequest request)
      throws GeneralSecurityException, OperatorCreationException, CMSException, IOException {
    TSTInfo info =
        new TSTInfo(
            new ASN1ObjectIdentifier("1.2.3.4"),
            new MessageImprint(
                new AlgorithmIdentifier(TSPAlgorithms.SHA256), request.getMessageImprintDigest()),
            new ASN1Integer(1),
            new ASN1GeneralizedTime(Date.from(Instant.now().plus(ahead))),
            null,
            null,
            new ASN1Integer(request.getNonce()),
            null,
            null);
    ESSCertIDv2 signer = new ESSCertIDv2(Sha256.digest(certificate.getEncoded()).bytes());
    Attribute bound =
        new Attribute(
            PKCSObjectIdentifiers.id_aa_signingCertificateV2,
            new DERSet(new SigningCertificateV2(signer)));
    CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
    generator.addSignerInfoGenerator(
        new JcaSimpleSignerInfoGeneratorBuilder()
            .setSignedAttributeGenerator(
                new DefaultSignedAttributeTableGenerator(new AttributeTable(new DERSet(bound))))
            .build("SHA256withECDSA", key.getPrivate(), certificate));
    generator.addCertificates(new JcaCertStore(List.of(certificate)));
    CMSSignedData token =
        generator.generate(
            new CMSProcessableByteArray(PKCSObjectIdentifiers.id_ct_TSTInfo, info.getEncoded()),
            true);
    return new TimeStampResp(new PKIStatusInfo(PKIStatus.granted), token.toASN1Structure())
        .getEncoded();
  }

  /** The same question with another hash or number. */
  static TimeStampRequest other(TimeStampRequest request, boolean hash, boolean nonce) {
    TimeStampRequestGenerator generator = new TimeStampRequestGenerator();
    generator.setCertReq(true);
    byte[] imprint = request.getMessageImprintDigest().clone();
    imprint[0] ^= (byte) (hash ? 1 : 0);
    return generator.generate(
        TSPAlgorithms.SHA256, imprint, nonce ? BigInteger.TEN : request.getNonce());
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
