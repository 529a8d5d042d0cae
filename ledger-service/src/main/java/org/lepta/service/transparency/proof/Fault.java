package org.lepta.service.transparency.proof;

/**
 * Why something that came from outside is not what it should be: stable codes, in the order in
 * which the checks of a receipt are made. What each means for the reader stands in the reference on
 * receipts.
 */
public enum Fault {
  /** The entry is longer than any entry of a log. */
  ENTRY_TOO_LARGE,
  /** The file is larger than any receipt. */
  PROOF_TOO_LARGE,
  /** The file is not a tlog-proof in its one canonical form. */
  PROOF_MALFORMED,
  /** The file carries an {@code extra} line, which no signature covers. */
  PROOF_EXTRA,
  /** The signed note is too long or has too many signature lines. */
  NOTE_TOO_LARGE,
  /** The bytes are not a signed note in its one canonical form. */
  NOTE_MALFORMED,
  /** The text of the note is not a checkpoint of three lines. */
  CHECKPOINT_MALFORMED,
  /** The text is not a verifier key, or its key ID is not that of its name and key. */
  KEY_MALFORMED,
  /** The verifier key is of a kind that is not checked here. */
  KEY_UNSUPPORTED,
  /** The bytes are no public key that an honest signer can have. */
  KEY_UNSAFE,
  /** The policy file does not keep to its grammar. */
  POLICY_MALFORMED,
  /** No key is known for the log that the checkpoint names, so nothing can be checked. */
  ORIGIN_UNKNOWN,
  /** Two signature lines name the same known key. */
  SIGNATURE_REPEATED,
  /** A signature of a known key does not verify. */
  SIGNATURE_INVALID,
  /** The log that the checkpoint names has not signed it with a known key. */
  SIGNATURE_MISSING,
  /** A signature line names a key that is not known here. */
  SIGNATURE_UNKNOWN,
  /** Fewer witnesses have cosigned than the policy asks for. */
  QUORUM_NOT_MET,
  /** The index is not below the size of the signed tree. */
  INDEX_OUT_OF_RANGE,
  /** Hashes are left over when the path has reached the root. */
  PROOF_TOO_LONG,
  /** The hashes end before the path has reached the root. */
  PROOF_TOO_SHORT,
  /** Entry and proof lead to another root than the signed one. */
  ROOT_DIFFERS
}
