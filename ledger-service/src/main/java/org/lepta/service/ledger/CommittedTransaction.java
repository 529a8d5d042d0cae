package org.lepta.service.ledger;

import java.time.Instant;
import java.util.List;

/**
 * One transaction of a committed block. Only if {@link #isValid()} did its writes take effect.
 *
 * @param index position in the block, from 0
 * @param kind what kind of message it is; only contract calls carry writes
 * @param txId Fabric's transaction id; empty for configuration
 * @param validation the peer's verdict
 * @param creatorMsp MSP id of who signed it
 * @param timestamp the sender's clock, as its channel header says
 * @param writes the contract's writes under our namespace, sorted by key
 * @param policyWrites the contract's key policies under our namespace, sorted by key
 * @param endorserMsps MSP ids of the endorsers, in the order of their signatures
 */
public record CommittedTransaction(
    int index,
    Kind kind,
    String txId,
    Validation validation,
    String creatorMsp,
    Instant timestamp,
    List<KeyWrite> writes,
    List<KeyPolicyWrite> policyWrites,
    List<String> endorserMsps) {

  /** The kind of message in an envelope. */
  public enum Kind {
    /** A call of a contract. */
    CONTRACT_CALL,
    /** The channel's configuration: members, their certificates, policies. */
    CONFIGURATION,
    /** Anything else; carries nothing for us. */
    OTHER
  }

  /** Makes the lists immutable. */
  public CommittedTransaction {
    writes = List.copyOf(writes);
    policyWrites = List.copyOf(policyWrites);
    endorserMsps = List.copyOf(endorserMsps);
  }

  /** Returns whether the writes took effect. */
  public boolean isValid() {
    return validation == Validation.VALID;
  }
}
