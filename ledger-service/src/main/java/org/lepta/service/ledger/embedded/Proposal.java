package org.lepta.service.ledger.embedded;

import com.google.protobuf.ByteString;
import com.google.protobuf.Timestamp;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.Header;
import org.hyperledger.fabric.protos.common.HeaderType;
import org.hyperledger.fabric.protos.common.SignatureHeader;
import org.hyperledger.fabric.protos.peer.ChaincodeHeaderExtension;
import org.hyperledger.fabric.protos.peer.ChaincodeID;
import org.hyperledger.fabric.protos.peer.ChaincodeInput;
import org.hyperledger.fabric.protos.peer.ChaincodeInvocationSpec;
import org.hyperledger.fabric.protos.peer.ChaincodeProposalPayload;
import org.hyperledger.fabric.protos.peer.ChaincodeSpec;
import org.lepta.service.ledger.Bytes;
import org.lepta.service.ledger.Submission;
import org.lepta.service.ledger.wire.BlockHashes;

/**
 * A proposal as a client of Fabric makes it. Its public payload, which goes into the block, never holds
 * the transient data.
 *
 * @param creator who makes it
 * @param channel its channel header
 * @param header channel and signature header as they stand in the transaction
 * @param args function name and arguments
 * @param transientData for the contract alone
 */
record Proposal(
    Identity creator,
    ChannelHeader channel,
    Header header,
    List<ByteString> args,
    Map<String, Bytes> transientData) {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int NONCE_BYTES = 24;

  static Proposal of(Submission submission, Identity creator, Channel channel, Instant now) {
    byte[] nonce = new byte[NONCE_BYTES];
    RANDOM.nextBytes(nonce);
    SignatureHeader signature =
        SignatureHeader.newBuilder()
            .setCreator(creator.serialized())
            .setNonce(ByteString.copyFrom(nonce))
            .build();
    ChannelHeader header =
        ChannelHeader.newBuilder()
            .setType(HeaderType.ENDORSER_TRANSACTION_VALUE)
            .setChannelId(channel.id())
            .setTxId(CheckedCall.txId(signature.getNonce(), signature.getCreator()))
            .setTimestamp(timestamp(now))
            .setExtension(
                ChaincodeHeaderExtension.newBuilder()
                    .setChaincodeId(contract(channel.namespace()))
                    .build()
                    .toByteString())
            .build();
    Header both =
        Header.newBuilder()
            .setChannelHeader(header.toByteString())
            .setSignatureHeader(signature.toByteString())
            .build();
    return new Proposal(creator, header, both, args(submission), submission.transientData());
  }

  /** The names that every transaction carries. */
  record Channel(String id, String namespace) {}

  static Timestamp timestamp(Instant instant) {
    return Timestamp.newBuilder()
        .setSeconds(instant.getEpochSecond())
        .setNanos(instant.getNano())
        .build();
  }

  static ChaincodeID contract(String namespace) {
    return ChaincodeID.newBuilder().setName(namespace).build();
  }

  String txId() {
    return channel.getTxId();
  }

  Instant timestamp() {
    return Instant.ofEpochSecond(
        channel.getTimestamp().getSeconds(), channel.getTimestamp().getNanos());
  }

  /** Returns the payload that stands in the block. */
  ByteString publicPayload(String namespace) {
    return payload(namespace).build().toByteString();
  }

  /** Returns the payload as sent to an endorser, transient data included. */
  ByteString fullPayload(String namespace) {
    ChaincodeProposalPayload.Builder payload = payload(namespace);
    transientData.forEach(
        (name, value) -> payload.putTransientMap(name, ByteString.copyFrom(value.toArray())));
    return payload.build().toByteString();
  }

  private ChaincodeProposalPayload.Builder payload(String namespace) {
    ChaincodeSpec spec =
        ChaincodeSpec.newBuilder()
            .setType(ChaincodeSpec.Type.JAVA)
            .setChaincodeId(contract(namespace))
            .setInput(ChaincodeInput.newBuilder().addAllArgs(args))
            .build();
    return ChaincodeProposalPayload.newBuilder()
        .setInput(
            ChaincodeInvocationSpec.newBuilder().setChaincodeSpec(spec).build().toByteString());
  }

  /** Returns the hash that ties a response to headers and public payload. */
  byte[] hash(ByteString publicPayload) {
    var digest = BlockHashes.sha256();
    digest.update(header.getChannelHeader().toByteArray());
    digest.update(header.getSignatureHeader().toByteArray());
    digest.update(publicPayload.toByteArray());
    return digest.digest();
  }

  private static List<ByteString> args(Submission submission) {
    var function = ByteString.copyFromUtf8(submission.function());
    var rest = submission.args().stream().map(arg -> ByteString.copyFrom(arg.toArray()));
    return Stream.concat(Stream.of(function), rest).toList();
  }
}
