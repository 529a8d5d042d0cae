/**
 * Fabric's side of the ledger: thin contracts that read state, call the rules and write what they
 * decided. The only package that imports Fabric.
 */
@NullMarked
package org.lepta.ledger.contract;

import org.jspecify.annotations.NullMarked;
