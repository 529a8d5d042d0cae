/** Tests of the embedded ledger: the ports' contract, its file, its identities, its recovery. */
@NullMarked
package org.lepta.service.ledger.embedded;

import org.jspecify.annotations.NullMarked;
