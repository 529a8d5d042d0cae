package org.lepta.service.ledger.embedded;

import com.google.protobuf.ByteString;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.BlockData;
import org.hyperledger.fabric.protos.common.BlockHeader;
import org.hyperledger.fabric.protos.common.BlockMetadata;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.Header;
import org.hyperledger.fabric.protos.common.HeaderType;
import org.hyperledger.fabric.protos.common.LastConfig;
import org.hyperledger.fabric.protos.common.Metadata;
import org.hyperledger.fabric.protos.common.MetadataSignature;
import org.hyperledger.fabric.protos.common.OrdererBlockMetadata;
import org.hyperledger.fabric.protos.common.Payload;
import org.hyperledger.fabric.protos.common.SignatureHeader;
import org.lepta.service.ledger.Validation;
import org.lepta.service.ledger.wire.BlockHashes;

/** Puts blocks and configuration envelopes together as Fabric's orderer and peer do. */
final class BlockAssembly {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int NONCE_BYTES = 24;

  private BlockAssembly() {}

  /** Returns the header of a block with these envelopes. */
  static BlockHeader header(long number, byte[] previousHash, List<ByteString> envelopes) {
    List<byte[]> bytes = envelopes.stream().map(ByteString::toByteArray).toList();
    return BlockHeader.newBuilder()
        .setNumber(number)
        .setPreviousHash(ByteString.copyFrom(previousHash))
        .setDataHash(ByteString.copyFrom(BlockHashes.dataHash(bytes)))
        .build();
  }

  /**
   * Returns a whole block.
   *
   * @param lastConfig number of the last configuration block, this one included
   * @param commitHash empty in block 0, which has none
   */
  static Block block(
      BlockHeader header,
      List<ByteString> envelopes,
      byte[] verdicts,
      byte[] commitHash,
      long lastConfig,
      Identity orderer) {
    LastConfig last = LastConfig.newBuilder().setIndex(lastConfig).build();
    BlockMetadata.Builder metadata =
        BlockMetadata.newBuilder()
            .addMetadata(signatures(header, last, orderer))
            .addMetadata(value(last.toByteString()))
            .addMetadata(ByteString.copyFrom(verdicts))
            .addMetadata(ByteString.EMPTY)
            .addMetadata(
                commitHash.length == 0 ? ByteString.EMPTY : value(ByteString.copyFrom(commitHash)));
    return Block.newBuilder()
        .setHeader(header)
        .setData(BlockData.newBuilder().addAllData(envelopes))
        .setMetadata(metadata)
        .build();
  }

  private static ByteString value(ByteString value) {
    return Metadata.newBuilder().setValue(value).build().toByteString();
  }

  private static ByteString signatures(BlockHeader header, LastConfig last, Identity orderer) {
    ByteString signed =
        OrdererBlockMetadata.newBuilder()
            .setLastConfig(last)
            .setConsenterMetadata(Metadata.getDefaultInstance().toByteString())
            .build()
            .toByteString();
    ByteString signer = signatureHeader(orderer).toByteString();
    ByteString signature =
        orderer.sign(signed.toByteArray(), signer.toByteArray(), der(header));
    return Metadata.newBuilder()
        .setValue(signed)
        .addSignatures(
            MetadataSignature.newBuilder().setSignatureHeader(signer).setSignature(signature))
        .build()
        .toByteString();
  }

  /** Returns the DER form of a header. */
  static byte[] der(BlockHeader header) {
    return BlockHashes.headerDer(
        header.getNumber(),
        header.getPreviousHash().toByteArray(),
        header.getDataHash().toByteArray());
  }

  /** Returns the envelope of a configuration, signed by the orderer. */
  static ByteString configuration(
      ChannelConfig config, String channelId, Identity orderer, Instant now) {
    ChannelHeader channel =
        ChannelHeader.newBuilder()
            .setType(HeaderType.CONFIG_VALUE)
            .setChannelId(channelId)
            .setTimestamp(Proposal.timestamp(now))
            .build();
    ByteString payload =
        Payload.newBuilder()
            .setHeader(
                Header.newBuilder()
                    .setChannelHeader(channel.toByteString())
                    .setSignatureHeader(signatureHeader(orderer).toByteString()))
            .setData(config.toEnvelope().toByteString())
            .build()
            .toByteString();
    return Envelope.newBuilder()
        .setPayload(payload)
        .setSignature(orderer.sign(payload.toByteArray()))
        .build()
        .toByteString();
  }

  private static SignatureHeader signatureHeader(Identity identity) {
    byte[] nonce = new byte[NONCE_BYTES];
    RANDOM.nextBytes(nonce);
    return SignatureHeader.newBuilder()
        .setCreator(identity.serialized())
        .setNonce(ByteString.copyFrom(nonce))
        .build();
  }

  /** Returns the verdicts as they stand in a block's metadata. */
  static byte[] filter(List<Validation> verdicts) {
    byte[] filter = new byte[verdicts.size()];
    for (int i = 0; i < filter.length; i++) {
      filter[i] = (byte) verdicts.get(i).number();
    }
    return filter;
  }
}
