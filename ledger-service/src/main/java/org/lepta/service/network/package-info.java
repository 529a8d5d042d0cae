/**
 * Runs a Fabric network of a consortium on one machine: makes its identities and its channel,
 * starts Fabric's own programs as plain processes, installs the chaincode, and stops it all again.
 *
 * <p>The data folder holds {@code network.json} (who is in it and on which ports; written once and
 * last), {@code members/} (identities, one folder per participant with its connection file), {@code
 * config/} (what the programs read; written anew at every start), {@code nodes/} (ledgers), {@code
 * logs/} and {@code run/} (process files).
 *
 * <p>Invariants: every node listens on loopback only and asks for a client certificate; every step
 * first looks whether it is done, so any command may be killed and run again; a process is stopped
 * by the id that it wrote itself before it became a node, after its start time and program have
 * been compared, never by name. This is the only package that starts Fabric's programs. Allowed
 * dependencies: the JDK, Jackson, and of the ledger module certificates and the connection file.
 */
@NullMarked
package org.lepta.service.network;

import org.jspecify.annotations.NullMarked;
