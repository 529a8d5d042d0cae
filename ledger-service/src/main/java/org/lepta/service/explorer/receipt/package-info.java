/** Receipts and passports: which entries belong to a gift, and donors' links to it. */
@NullMarked
package org.lepta.service.explorer.receipt;

import org.jspecify.annotations.NullMarked;
