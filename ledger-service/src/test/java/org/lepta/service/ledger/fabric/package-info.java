/** Tests of the adapter to Hyperledger Fabric: pure parts, and the ports on a real network. */
@NullMarked
package org.lepta.service.ledger.fabric;

import org.jspecify.annotations.NullMarked;
