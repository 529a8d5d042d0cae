package org.lepta.service.transparency.log;

import org.lepta.service.transparency.proof.InclusionProof;
import org.lepta.service.transparency.proof.SignedNote;

/**
 * A leaf under a public checkpoint: all that a receipt holds.
 *
 * @param bytes the leaf as it stands in the log
 * @param proof that it stands there
 * @param checkpoint the signed checkpoint that the proof leads to
 */
// The bytes go straight from the file to the reader and are never compared.
@SuppressWarnings("ArrayRecordComponent")
public record PublishedLeaf(byte[] bytes, InclusionProof proof, SignedNote checkpoint) {}
