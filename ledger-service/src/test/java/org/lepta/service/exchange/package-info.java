/** Tests of the importers, against a ledger in memory that runs the real rules. */
@NullMarked
package org.lepta.service.exchange;

import org.jspecify.annotations.NullMarked;
