package org.lepta.service.transparency.proof;

import java.util.List;

/**
 * A checkpoint that its log has signed and enough witnesses have cosigned, under one policy.
 *
 * @param checkpoint the size and root that are signed
 * @param log the key of the log that has signed
 * @param witnesses the cosignatures that verified, with their times
 * @param unknown the signature lines whose keys are not known, empty unless they were allowed;
 *     nothing is proven by them
 */
public record BelievedCheckpoint(
    Checkpoint checkpoint,
    VerifierKey log,
    List<VerifiedSignature> witnesses,
    List<NoteSignature> unknown) {

  /** Copies the lists. */
  public BelievedCheckpoint {
    witnesses = List.copyOf(witnesses);
    unknown = List.copyOf(unknown);
  }

  /**
   * Requires that exactly these bytes stand in the log at the proof's index.
   *
   * @throws FaultException with one of the faults from {@link Fault#INDEX_OUT_OF_RANGE} on
   */
  public void requireEntry(byte[] entry, InclusionProof inclusion) throws FaultException {
    try {
      inclusion.verify(MerkleHash.leaf(entry), checkpoint.size(), checkpoint.root());
    } catch (ProofException e) {
      FaultException fault =
          new FaultException(faultOf(e.reason()), String.valueOf(e.getMessage()));
      fault.initCause(e);
      throw fault;
    }
  }

  private static Fault faultOf(ProofException.Reason reason) {
    return switch (reason) {
      case MALFORMED_HASH -> Fault.PROOF_MALFORMED;
      case SIZE_OUT_OF_RANGE -> Fault.CHECKPOINT_MALFORMED;
      case INDEX_OUT_OF_RANGE -> Fault.INDEX_OUT_OF_RANGE;
      case PROOF_TOO_LONG -> Fault.PROOF_TOO_LONG;
      case PROOF_TOO_SHORT -> Fault.PROOF_TOO_SHORT;
      case OLD_ROOT_DIFFERS, ROOT_DIFFERS -> Fault.ROOT_DIFFERS;
    };
  }
}
