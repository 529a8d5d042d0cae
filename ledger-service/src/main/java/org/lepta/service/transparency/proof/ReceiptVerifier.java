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
      requireLength(entry);
      LogProof proof = LogProof.parse(file);
      Checkpoint checkpoint = proof.parseCheckpoint();
      return policy.knows(checkpoint.origin())
          ? prove(entry, proof, checkpoint)
          : new Unchecked(checkpoint.origin());
    } catch (FaultException e) {
      return new Refused(e.fault(), e.line(), e.detail());
    }
  }

  /**
   * Requires that an entry is no longer than any of a log.
   *
   * @throws FaultException with {@link Fault#ENTRY_TOO_LARGE}
   */
  public static void requireLength(byte[] entry) throws FaultException {
    if (entry.length > MAX_ENTRY_BYTES) {
      throw new FaultException(
          Fault.ENTRY_TOO_LARGE, "an entry has at most " + MAX_ENTRY_BYTES + " bytes");
    }
  }

  private Proven prove(byte[] entry, LogProof proof, Checkpoint checkpoint) throws FaultException {
    BelievedCheckpoint believed = believe(proof.checkpoint(), checkpoint);
    InclusionProof inclusion = proof.inclusion();
    believed.requireEntry(entry, inclusion);
    return new Proven(inclusion.leafIndex(), believed);
  }

  /** Whether any key is known for the log that a checkpoint names. */
  public boolean knows(Checkpoint checkpoint) {
    return policy.knows(checkpoint.origin());
  }

  /**
   * Checks who has signed a checkpoint, for whoever has several entries under one.
   *
   * @throws FaultException with one of the faults from {@link Fault#CHECKPOINT_MALFORMED} to {@link
   *     Fault#QUORUM_NOT_MET}; lines are those of the note
   */
  public BelievedCheckpoint believe(SignedNote note) throws FaultException {
    Checkpoint checkpoint = Checkpoint.parse(note.text());
    if (!knows(checkpoint)) {
      throw new FaultException(
          Fault.ORIGIN_UNKNOWN, "no key is known for the log " + checkpoint.origin());
    }
    return believe(note, checkpoint);
  }

  private BelievedCheckpoint believe(SignedNote note, Checkpoint checkpoint) throws FaultException {
    NoteCheck check = NoteCheck.of(note, policy.keys());
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
    return new BelievedCheckpoint(checkpoint, log, witnesses, check.unknown());
  }

  private VerifierKey requireLog(NoteCheck check, String origin) throws FaultException {
    return policy.logs().stream()
        .filter(log -> log.name().equals(origin))
        .filter(check::isSignedBy)
        .findFirst()
        .orElseThrow(() ->
            new FaultException(
                Fault.SIGNATURE_MISSING,
                "no known key of the log has signed; if the log has changed its key, an audit can"
                    + " follow from the old one to the new"));
  }
}
