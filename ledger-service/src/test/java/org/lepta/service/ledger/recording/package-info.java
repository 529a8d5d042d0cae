/** How entries come onto a ledger that does not always take them. */
@NullMarked
package org.lepta.service.ledger.recording;

import org.jspecify.annotations.NullMarked;
