package org.lepta.service.ledger.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.BlockHeader;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.ConfigEnvelope;
import org.hyperledger.fabric.protos.common.ConfigGroup;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.Metadata;
import org.hyperledger.fabric.protos.common.Payload;
import org.hyperledger.fabric.protos.common.SignatureHeader;
import org.hyperledger.fabric.protos.msp.FabricMSPConfig;
import org.hyperledger.fabric.protos.msp.MSPConfig;
import org.hyperledger.fabric.protos.msp.SerializedIdentity;
import org.hyperledger.fabric.protos.peer.ChaincodeActionPayload;
import org.hyperledger.fabric.protos.peer.ChaincodeProposalPayload;
import org.hyperledger.fabric.protos.peer.ProposalResponsePayload;
import org.hyperledger.fabric.protos.peer.Transaction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lepta.service.ledger.BlockCursor;

/**
 * Checks the blocks by Fabric's published rules with nothing of ours but the bytes: JDK signatures,
 * Bouncy Castle's DER, Fabric's messages; trust comes from the configuration blocks alone.
 */
final class IndependentVerificationTest {
  private final Map<String, X509Certificate> roots = new HashMap<>();

  @Test
  void headersTransactionIdsAndAllSignaturesHold(@TempDir Path temp) throws Exception {
    List<Block> blocks = new ArrayList<>();
    try (EmbeddedLedger ledger = Folders.withBlocks(temp.resolve("ledger"), 12);
        BlockCursor cursor = ledger.open(0)) {
      for (long number = 0; number < ledger.height(); number++) {
        byte[] bytes = cursor.next(Duration.ZERO).orElseThrow().bytes().toArray();
        blocks.add(Block.parseFrom(bytes));
      }
    }

    assertThat(blocks).hasSize(15);
    byte[] previous = new byte[0];
    int endorsements = 0;
    for (Block block : blocks) {
      assertThat(block.getHeader().getPreviousHash().toByteArray()).isEqualTo(previous);
      previous = sha256(der(block.getHeader()));
      ByteArrayOutputStream data = new ByteArrayOutputStream();
      for (ByteString envelope : block.getData().getDataList()) {
        envelope.writeTo(data);
      }
      assertThat(block.getHeader().getDataHash().toByteArray())
          .isEqualTo(sha256(data.toByteArray()));
      for (ByteString envelope : block.getData().getDataList()) {
        endorsements += checkEnvelope(Envelope.parseFrom(envelope));
      }
      checkOrderer(block);
    }
    assertThat(endorsements).isEqualTo(24);
  }

  private int checkEnvelope(Envelope envelope) throws Exception {
    Payload payload = Payload.parseFrom(envelope.getPayload());
    var channel = ChannelHeader.parseFrom(payload.getHeader().getChannelHeader());
    boolean configuration = channel.getType() == 1;
    if (configuration) {
      ConfigGroup group = ConfigEnvelope.parseFrom(payload.getData()).getConfig().getChannelGroup();
      takeRoots(group.getGroupsOrThrow("Application"));
      takeRoots(group.getGroupsOrThrow("Orderer"));
    }
    var header = SignatureHeader.parseFrom(payload.getHeader().getSignatureHeader());
    check(header.getCreator(), envelope.getSignature(), envelope.getPayload().toByteArray());
    if (configuration) {
      return 0;
    }
    ByteArrayOutputStream id = new ByteArrayOutputStream();
    header.getNonce().writeTo(id);
    header.getCreator().writeTo(id);
    assertThat(channel.getTxId()).isEqualTo(HexFormat.of().formatHex(sha256(id.toByteArray())));
    return checkEndorsements(payload);
  }

  private int checkEndorsements(Payload payload) throws Exception {
    var action = Transaction.parseFrom(payload.getData()).getActions(0);
    assertThat(action.getHeader()).isEqualTo(payload.getHeader().getSignatureHeader());
    var actionPayload = ChaincodeActionPayload.parseFrom(action.getPayload());
    var proposal = ChaincodeProposalPayload.parseFrom(actionPayload.getChaincodeProposalPayload());
    assertThat(proposal.getTransientMapMap()).isEmpty();
    ByteString response = actionPayload.getAction().getProposalResponsePayload();
    ByteArrayOutputStream hashed = new ByteArrayOutputStream();
    payload.getHeader().getChannelHeader().writeTo(hashed);
    payload.getHeader().getSignatureHeader().writeTo(hashed);
    actionPayload.getChaincodeProposalPayload().writeTo(hashed);
    assertThat(ProposalResponsePayload.parseFrom(response).getProposalHash().toByteArray())
        .isEqualTo(sha256(hashed.toByteArray()));
    for (var endorsement : actionPayload.getAction().getEndorsementsList()) {
      byte[] signed = response.concat(endorsement.getEndorser()).toByteArray();
      check(endorsement.getEndorser(), endorsement.getSignature(), signed);
    }
    return actionPayload.getAction().getEndorsementsCount();
  }

  private void checkOrderer(Block block) throws Exception {
    Metadata metadata = Metadata.parseFrom(block.getMetadata().getMetadata(0));
    var signature = metadata.getSignatures(0);
    ByteArrayOutputStream signed = new ByteArrayOutputStream();
    metadata.getValue().writeTo(signed);
    signature.getSignatureHeader().writeTo(signed);
    signed.write(der(block.getHeader()));
    check(
        SignatureHeader.parseFrom(signature.getSignatureHeader()).getCreator(),
        signature.getSignature(),
        signed.toByteArray());
  }

  private void takeRoots(ConfigGroup organisations) throws Exception {
    for (var organisation : organisations.getGroupsMap().entrySet()) {
      var msp = MSPConfig.parseFrom(organisation.getValue().getValuesOrThrow("MSP").getValue());
      var fabric = FabricMSPConfig.parseFrom(msp.getConfig());
      assertThat(fabric.getName()).isEqualTo(organisation.getKey());
      roots.put(organisation.getKey(), certificate(fabric.getRootCerts(0)));
    }
  }

  private void check(ByteString identity, ByteString signature, byte[] signed) throws Exception {
    SerializedIdentity who = SerializedIdentity.parseFrom(identity);
    X509Certificate certificate = certificate(who.getIdBytes());
    X509Certificate root = roots.get(who.getMspid());
    assertThat(root).isNotNull();
    certificate.verify(root.getPublicKey());
    Signature verifier = Signature.getInstance("SHA256withECDSA");
    verifier.initVerify(certificate.getPublicKey());
    verifier.update(signed);
    assertThat(verifier.verify(signature.toByteArray())).isTrue();
  }

  private static X509Certificate certificate(ByteString pem) throws Exception {
    return (X509Certificate)
        CertificateFactory.getInstance("X.509")
            .generateCertificate(new ByteArrayInputStream(pem.toByteArray()));
  }

  private static byte[] der(BlockHeader header) throws Exception {
    return new DERSequence(
            new ASN1Encodable[] {
              new ASN1Integer(header.getNumber()),
              new DEROctetString(header.getPreviousHash().toByteArray()),
              new DEROctetString(header.getDataHash().toByteArray())
            })
        .getEncoded();
  }

  private static byte[] sha256(byte[] bytes) throws Exception {
    return MessageDigest.getInstance("SHA-256").digest(bytes);
  }
}
