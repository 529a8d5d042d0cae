/**
 * The rules the ledger keeps, as pure functions: postings, checks of one entry, the lane's
 * decisions over a working state. Endorsers run them before, the audit replays them after.
 */
@NullMarked
package org.lepta.ledger.rule;

import org.jspecify.annotations.NullMarked;
