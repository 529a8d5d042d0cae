/**
 * Exact money: integers of 1/10,000 unit and the units they count. No binary floating point, no
 * rounding unless the caller names it, overflow refused.
 */
@NullMarked
package org.lepta.ledger.money;

import org.jspecify.annotations.NullMarked;
