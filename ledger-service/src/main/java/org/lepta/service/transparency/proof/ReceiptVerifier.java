package org.lepta.service.transparency.proof;

import java.util.List;
import org.lepta.service.transparency.proof.Verdict.Proven;
import org.lepta.service.transparency.proof.Verdict.Refused;
import org.lepta.service.transparency.proof.Verdict.Unchecked;

/**
 * Verifies receipts offline, under one policy. Needs no clock, file or network; fails closed: what
 * is not proven by every check is not {@link Proven}. Thread-safe.
 */
public final class ReceiptVerifier {

  /** The longest entry (C2SP tlog-tiles: two bytes hold its length). */
  public static final int MAX_ENTRY_BYTES = 65_535;

  private final Policy policy;
  private final boolean allowUnknownSignatures;

  private ReceiptVerifier(Policy policy, boolean allowUnknownSignatures) {
    this.policy = policy;
    this.allowUnknownSignatures = allowUnknownSignatures;
  }

  /** A verifier that refuses signature lines of keys that the policy does not name. */
  public static ReceiptVerifier strict(Policy policy) {
    return new ReceiptVerifier(policy, false);
  }

  /** A verifier that overlooks signature lines of keys that the policy does not name. */
  public static ReceiptVerifier allowingUnknownSignatures(Policy policy) {
    return new ReceiptVerifier(policy, true);
  }

  /**
   * Verifies one receipt; any bytes give a verdict. The checks are made in the order of {@link
   * Fault}.
   *
   * @param entry the exact bytes of the entry
   * @param file the bytes of its tlog-proof file
   */
  public Verdict verify(byte[] entry, byte[] file) {
    try {
      if (entry.length > MAX_ENTRY_BYTES) {
        throw new FaultException(
            Fault.ENTRY_TOO_LARGE, "an entry has at most " + MAX_ENTRY_BYTES + " bytes");
      }
      LogProof proof = LogProof.parse(file);
      Checkpoint checkpoint = proof.parseCheckpoint();
      return policy.knows(checkpoint.origin())
          ? prove(entry, proof, checkpoint)
          : new Unchecked(checkpoint.origin());
    } catch (FaultException e) {
      return new Refused(e.fault(), e.line(), e.detail());
    }
  }

  private Proven prove(byte[] entry, LogProof proof, Checkpoint checkpoint) throws FaultException {
    NoteCheck check = NoteCheck.of(proof.checkpoint(), policy.keys());
    VerifierKey log = requireLog(check, checkpoint.origin());
    if (!check.unknown().isEmpty() && !allowUnknownSignatures) {
      throw new FaultException(
          Fault.SIGNATURE_UNKNOWN,
          check.unknown().size() + " signature line(s) of keys that are not known here");
    }
    List<VerifiedSignature> witnesses = policy.witnessesAmong(check);
    if (!policy.isQuorumMet(witnesses)) {
      throw new FaultException(
          Fault.QUORUM_NOT_MET,
          witnesses.size() + " witness(es) have cosigned; the policy asks for " + policy.quorum());
    }
    requireInclusion(entry, proof.inclusion(), checkpoint);
    return new Proven(proof.inclusion().leafIndex(), checkpoint, log, witnesses, check.unknown());
  }

  private VerifierKey requireLog(NoteCheck check, String origin) throws FaultException {
    return policy.logs().stream()
        .filter(log -> log.name().equals(origin))
        .filter(check::isSignedBy)
        .findFirst()
        .orElseThrow(() ->
            new FaultException(Fault.SIGNATURE_MISSING, "no known key of the log has signed"));
  }

  private static void requireInclusion(
      byte[] entry, InclusionProof inclusion, Checkpoint checkpoint) throws FaultException {
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
