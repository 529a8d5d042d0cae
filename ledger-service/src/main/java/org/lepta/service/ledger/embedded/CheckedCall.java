package org.lepta.service.ledger.embedded;

import com.google.protobuf.ByteString;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.peer.Endorsement;
import org.lepta.service.ledger.Validation;
import org.lepta.service.ledger.wire.BlockHashes;
import org.lepta.service.ledger.wire.ContractCall;

/**
 * A transaction after the checks that need no state: form, transaction id, and every signature.
 *
 * @param call its parts
 * @param verdict {@link Validation#VALID}, or why it is invalid whatever the state
 * @param endorsers organisations whose endorsement signature holds, each identity once
 */
record CheckedCall(ContractCall call, Validation verdict, List<String> endorsers) {

  /** Checks a transaction against the organisations of the configuration in force. */
  static CheckedCall check(Envelope envelope, ContractCall call, Msps msps) {
    if (!call.channel().getTxId().equals(txId(call))) {
      return new CheckedCall(call, Validation.BAD_PROPOSAL_TXID, List.of());
    }
    Optional<Msps.Known> creator = msps.find(call.signature().getCreator());
    if (creator.isEmpty() || !holds(creator.get(), envelope.getSignature(), envelope)) {
      return new CheckedCall(call, Validation.BAD_CREATOR_SIGNATURE, List.of());
    }
    return new CheckedCall(call, Validation.VALID, endorsers(call, msps));
  }

  /** Takes a transaction's signatures for good, as this keeper wrote it and the hashes hold it. */
  static CheckedCall unverified(ContractCall call, Msps msps) {
    Map<ByteString, String> found = new LinkedHashMap<>();
    for (Endorsement endorsement : call.endorsements()) {
      msps.find(endorsement.getEndorser())
          .ifPresent(known -> found.put(endorsement.getEndorser(), known.mspId()));
    }
    return new CheckedCall(call, Validation.VALID, List.copyOf(found.values()));
  }

  /** Returns the transaction id that nonce and creator give. */
  static String txId(ContractCall call) {
    return txId(call.signature().getNonce(), call.signature().getCreator());
  }

  static String txId(ByteString nonce, ByteString creator) {
    byte[] both = nonce.concat(creator).toByteArray();
    return HexFormat.of().formatHex(BlockHashes.sha256().digest(both));
  }

  private static boolean holds(Msps.Known creator, ByteString signature, Envelope envelope) {
    return Ecdsa.verify(
        creator.key(), signature.toByteArray(), envelope.getPayload().toByteArray());
  }

  private static List<String> endorsers(ContractCall call, Msps msps) {
    Map<ByteString, String> found = new LinkedHashMap<>();
    byte[] response = call.responsePayload().toByteArray();
    for (Endorsement endorsement : call.endorsements()) {
      ByteString endorser = endorsement.getEndorser();
      Optional<Msps.Known> known = msps.find(endorser);
      if (known.isPresent()
          && !found.containsKey(endorser)
          && Ecdsa.verify(
              known.get().key(),
              endorsement.getSignature().toByteArray(),
              response,
              endorser.toByteArray())) {
        found.put(endorser, known.get().mspId());
      }
    }
    return List.copyOf(found.values());
  }
}
