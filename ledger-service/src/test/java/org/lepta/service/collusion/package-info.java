/** Members that run another chaincode than was agreed, and what the others' ledger makes of it. */
@NullMarked
package org.lepta.service.collusion;

import org.jspecify.annotations.NullMarked;
