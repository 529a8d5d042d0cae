/**
 * Passports (docs/reference/passports): all that one gift went through, with the proofs, in one
 * file that is checked without asking anybody. Everything here is pure: no database, no network.
 */
@NullMarked
package org.lepta.service.passport;

import org.jspecify.annotations.NullMarked;
