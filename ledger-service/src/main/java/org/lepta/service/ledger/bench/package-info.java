/**
 * A contract that is installed beside the real one only to measure: what a packed write costs
 * without any rule, and what becomes of a balance that everybody reads and writes. It stands alone,
 * in one class, so that a jar of it needs nothing but the shim.
 */
@NullMarked
package org.lepta.service.ledger.bench;

import org.jspecify.annotations.NullMarked;
