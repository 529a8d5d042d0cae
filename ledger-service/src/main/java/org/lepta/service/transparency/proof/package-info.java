/**
 * Merkle trees and their proofs after RFC 6962 section 2.1 (the same as RFC 9162 section 2.1) with
 * SHA-256; signed notes, checkpoints and receipts in the formats of C2SP.
 *
 * <p>Pure functions and values on the JDK, Bouncy Castle's Ed25519 and {@code kernel} alone, so
 * that the small verifier jar can carry them. Invariants: a verifier takes the tree size from a
 * signed checkpoint and never from the proof; a verification gives what was proven or throws with a
 * code, so its result cannot be forgotten; every format has one written form, and whatever is
 * written otherwise is refused.
 */
@NullMarked
package org.lepta.service.transparency.proof;

import org.jspecify.annotations.NullMarked;
