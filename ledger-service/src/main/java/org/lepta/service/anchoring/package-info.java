/**
 * Anchors of the published log outside of everything that this service and its consortium hold: a
 * contract on an EVM chain that checks the consistency of the log itself (docs/reference/anchor),
 * and tokens of a timestamp authority.
 *
 * <p>Invariants: at most one transaction of this service can move the contract from where it
 * stands, and each is remembered durably before it is sent; a member's key signs only roots that
 * this service computed from its own blocks; nothing that a chain's node says is believed to be
 * against the log before people looked, so trouble here never stops receipts or publishing.
 *
 * <p>Depends on {@code kernel} and {@code transparency}, and is the only importer of Web3j.
 */
@NullMarked
package org.lepta.service.anchoring;

import org.jspecify.annotations.NullMarked;
