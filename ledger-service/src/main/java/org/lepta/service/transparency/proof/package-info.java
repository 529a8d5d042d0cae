/**
 * Merkle trees and their proofs after RFC 6962 section 2.1 (the same as RFC 9162 section 2.1) with
 * SHA-256.
 *
 * <p>Pure functions and values on the JDK and {@code kernel} alone, so that the small verifier jar
 * can carry them. Invariants: a verifier takes the tree size from its caller, who has it from a
 * signed checkpoint, and never from the proof; a verification returns normally or throws {@link
 * org.lepta.service.transparency.proof.ProofException} with a reason, so its result cannot be
 * forgotten.
 */
@NullMarked
package org.lepta.service.transparency.proof;

import org.jspecify.annotations.NullMarked;
