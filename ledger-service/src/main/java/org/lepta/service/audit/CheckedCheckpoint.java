package org.lepta.service.audit;

import java.util.List;
import org.lepta.service.transparency.proof.Checkpoint;
import org.lepta.service.transparency.proof.Fault;
import org.lepta.service.transparency.proof.FaultException;
import org.lepta.service.transparency.proof.NoteCheck;
import org.lepta.service.transparency.proof.NoteSignature;
import org.lepta.service.transparency.proof.Policy;
import org.lepta.service.transparency.proof.SignedNote;
import org.lepta.service.transparency.proof.VerifiedSignature;
import org.lepta.service.transparency.proof.VerifierKey;

/**
 * A checkpoint whose signatures hold.
 *
 * @param log the key that signed it
 * @param witnesses who cosigned it
 * @param unknown signature lines about which nothing is said
 */
public record CheckedCheckpoint(
    Checkpoint checkpoint,
    VerifierKey log,
    List<VerifiedSignature> witnesses,
    List<NoteSignature> unknown) {

  /** Copies the lists. */
  public CheckedCheckpoint {
    witnesses = List.copyOf(witnesses);
    unknown = List.copyOf(unknown);
  }

  /**
   * Reads and checks a signed checkpoint.
   *
   * @throws FaultException with {@link Fault#ORIGIN_UNKNOWN} if no key is believed for its log;
   *     with another fault if it does not hold
   */
  static CheckedCheckpoint of(byte[] bytes, Policy policy) throws FaultException {
    SignedNote note = SignedNote.parse(bytes);
    Checkpoint checkpoint = Checkpoint.parse(note.text());
    if (!policy.knows(checkpoint.origin())) {
      throw new FaultException(
          Fault.ORIGIN_UNKNOWN, "no key is known for the log " + checkpoint.origin());
    }
    NoteCheck check = NoteCheck.of(note, policy.keys());
    VerifierKey log =
        policy.logs().stream()
            .filter(key -> key.name().equals(checkpoint.origin()) && check.isSignedBy(key))
            .findFirst()
            .orElseThrow(() ->
                new FaultException(Fault.SIGNATURE_MISSING, "no known key of the log has signed"));
    List<VerifiedSignature> witnesses = policy.witnessesAmong(check);
    if (!policy.isQuorumMet(witnesses)) {
      throw new FaultException(
          Fault.QUORUM_NOT_MET, "the policy asks for witnesses: " + policy.quorum());
    }
    return new CheckedCheckpoint(checkpoint, log, witnesses, check.unknown());
  }
}
