package org.lepta.service.ledger.wire;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.List;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.Payload;
import org.hyperledger.fabric.protos.common.SignatureHeader;
import org.hyperledger.fabric.protos.ledger.rwset.NsReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.TxReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRWSet;
import org.hyperledger.fabric.protos.peer.ChaincodeAction;
import org.hyperledger.fabric.protos.peer.ChaincodeActionPayload;
import org.hyperledger.fabric.protos.peer.Endorsement;
import org.hyperledger.fabric.protos.peer.ProposalResponsePayload;
import org.hyperledger.fabric.protos.peer.Transaction;

/**
 * The parts of an endorsed transaction that validation and decoding need.
 *
 * @param channel its channel header
 * @param signature its signature header: creator and nonce
 * @param responsePayload the bytes that the endorsers signed, before their identity
 * @param endorsements identities and signatures
 * @param action what the contract did, with its response
 * @param set reads and writes under the namespace asked for
 */
public record ContractCall(
    ChannelHeader channel,
    SignatureHeader signature,
    ByteString responsePayload,
    List<Endorsement> endorsements,
    ChaincodeAction action,
    KVRWSet set) {

  /**
   * Takes a contract call out of its payload.
   *
   * @throws InvalidProtocolBufferException if it is not exactly one well-formed call
   */
  public static ContractCall of(Payload payload, ChannelHeader channel, String namespace)
      throws InvalidProtocolBufferException {
    Transaction transaction = Transaction.parseFrom(payload.getData());
    if (transaction.getActionsCount() != 1) {
      throw new InvalidProtocolBufferException("not exactly one action");
    }
    var actionPayload = ChaincodeActionPayload.parseFrom(transaction.getActions(0).getPayload());
    var endorsed = actionPayload.getAction();
    var response = ProposalResponsePayload.parseFrom(endorsed.getProposalResponsePayload());
    ChaincodeAction action = ChaincodeAction.parseFrom(response.getExtension());
    return new ContractCall(
        channel,
        SignatureHeader.parseFrom(payload.getHeader().getSignatureHeader()),
        endorsed.getProposalResponsePayload(),
        endorsed.getEndorsementsList(),
        action,
        setOf(action, namespace));
  }

  /**
   * Takes a contract call out of its envelope.
   *
   * @throws InvalidProtocolBufferException if it is not exactly one well-formed call
   */
  public static ContractCall of(Envelope envelope, String namespace)
      throws InvalidProtocolBufferException {
    Payload payload = Payload.parseFrom(envelope.getPayload());
    return of(payload, ChannelHeader.parseFrom(payload.getHeader().getChannelHeader()), namespace);
  }

  private static KVRWSet setOf(ChaincodeAction action, String namespace)
      throws InvalidProtocolBufferException {
    KVRWSet.Builder set = KVRWSet.newBuilder();
    for (NsReadWriteSet part : TxReadWriteSet.parseFrom(action.getResults()).getNsRwsetList()) {
      if (part.getNamespace().equals(namespace)) {
        set.mergeFrom(part.getRwset());
      }
    }
    return set.build();
  }
}
