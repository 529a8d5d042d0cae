package org.lepta.service.ledger.embedded;

import com.google.protobuf.InvalidProtocolBufferException;
import java.util.Optional;
import org.hyperledger.fabric.protos.common.BlockHeader;
import org.hyperledger.fabric.protos.common.Metadata;
import org.hyperledger.fabric.protos.common.MetadataSignature;
import org.hyperledger.fabric.protos.common.OrdererBlockMetadata;
import org.hyperledger.fabric.protos.common.SignatureHeader;
import org.jspecify.annotations.Nullable;
import org.lepta.service.ledger.BrokenLedgerException;
import org.lepta.service.ledger.BrokenLedgerException.Breach;

/**
 * The orderer's signature on a block: over the metadata's value, its own header and the DER form of the
 * block's header.
 */
final class OrdererSignature {
  private OrdererSignature() {}

  /**
   * Checks it under the configuration in force.
   *
   * @param lastConfig number of the last configuration block, which the signed value must name
   * @throws BrokenLedgerException if it does not hold
   */
  static void check(
      BlockHeader header,
      Metadata metadata,
      long lastConfig,
      @Nullable ChannelConfig config,
      @Nullable Msps msps) {
    boolean holds;
    try {
      var value = OrdererBlockMetadata.parseFrom(metadata.getValue());
      holds =
          config != null
              && msps != null
              && metadata.getSignaturesCount() == 1
              && value.getLastConfig().getIndex() == lastConfig
              && holds(header, metadata, config, msps);
    } catch (InvalidProtocolBufferException e) {
      throw new BrokenLedgerException(Breach.SIGNATURE, header.getNumber(), "unreadable", e);
    }
    if (!holds) {
      throw new BrokenLedgerException(
          Breach.SIGNATURE, header.getNumber(), "the orderer's signature does not hold");
    }
  }

  private static boolean holds(
      BlockHeader header, Metadata metadata, ChannelConfig config, Msps msps)
      throws InvalidProtocolBufferException {
    MetadataSignature signature = metadata.getSignatures(0);
    var creator = SignatureHeader.parseFrom(signature.getSignatureHeader()).getCreator();
    Optional<Msps.Known> signer =
        msps.find(creator).filter(known -> known.mspId().equals(config.ordererMsp()));
    return signer.isPresent()
        && Ecdsa.verify(
            signer.get().key(),
            signature.getSignature().toByteArray(),
            metadata.getValue().toByteArray(),
            signature.getSignatureHeader().toByteArray(),
            BlockAssembly.der(header));
  }
}
