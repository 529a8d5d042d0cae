/**
 * Certificates and keys: makes, writes and reads the identities of ledgers and networks of our own.
 *
 * <p>Invariants: keys are P-256; certificates carry random names and nothing that says whose they
 * are; key files have mode 0600. Allowed dependencies: the JDK and Bouncy Castle.
 */
@NullMarked
package org.lepta.service.ledger.identity;

import org.jspecify.annotations.NullMarked;
