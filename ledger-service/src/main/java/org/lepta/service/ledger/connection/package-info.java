/**
 * The connection file: what a service needs to work with one member's peer of a Fabric network.
 *
 * <p>Invariants: the file names keys and certificates by paths relative to its own folder, so the
 * folder can be moved or copied whole; it holds no secret itself. The form is documented in
 * docs/operating/network. Allowed dependencies: the JDK and Jackson.
 */
@NullMarked
package org.lepta.service.ledger.connection;

import org.jspecify.annotations.NullMarked;
