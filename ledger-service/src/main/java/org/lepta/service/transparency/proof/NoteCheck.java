package org.lepta.service.transparency.proof;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which signatures of a note verify under the keys that are known.
 *
 * @param verified the good signatures, one per key at most, in their order
 * @param unknown the lines whose key is not known, about which nothing is said
 */
public record NoteCheck(List<VerifiedSignature> verified, List<NoteSignature> unknown) {

  /** Copies the lists. */
  public NoteCheck {
    verified = List.copyOf(verified);
    unknown = List.copyOf(unknown);
  }

  /**
   * Verifies every signature whose key is known. Whether those that verified are enough is the
   * caller's question: the lists may be empty.
   *
   * @throws FaultException with {@link Fault#SIGNATURE_REPEATED} if two lines name one known key,
   *     with {@link Fault#SIGNATURE_INVALID} if a signature of a known key does not verify: then
   *     nothing of the note may be used
   */
  public static NoteCheck of(SignedNote note, Collection<VerifierKey> known) throws FaultException {
    Map<KeyId, VerifierKey> keys = new HashMap<>();
    known.forEach(key -> keys.put(key.id(), key));
    List<VerifiedSignature> verified = new ArrayList<>();
    List<NoteSignature> unknown = new ArrayList<>();
    for (NoteSignature signature : note.signatures()) {
      VerifierKey key = keys.get(signature.keyId());
      if (key == null) {
        unknown.add(signature);
      } else {
        requireFirst(verified, key);
        verified.add(key.verify(note.text(), signature));
      }
    }
    return new NoteCheck(verified, unknown);
  }

  private static void requireFirst(List<VerifiedSignature> verified, VerifierKey key)
      throws FaultException {
    if (verified.stream().anyMatch(earlier -> earlier.key().id().equals(key.id()))) {
      throw new FaultException(Fault.SIGNATURE_REPEATED, key.id() + " stands in two lines");
    }
  }

  /** Returns whether the key has signed. */
  public boolean isSignedBy(VerifierKey key) {
    return verified.stream().anyMatch(signature -> signature.key().equals(key));
  }
}
