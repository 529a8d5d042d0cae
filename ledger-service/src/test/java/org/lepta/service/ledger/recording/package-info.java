/** Tests of recording. */
@NullMarked
package org.lepta.service.ledger.recording;

import org.jspecify.annotations.NullMarked;
