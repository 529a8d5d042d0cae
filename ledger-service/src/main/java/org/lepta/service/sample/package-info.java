/**
 * Our own invented data set, for the command {@code demo} and for tests: three foundations, two
 * years of gifts, grants and payments. No organisation or person in it exists.
 *
 * <p>Invariants: the same seed makes the same entries byte for byte, save the salts of texts, which
 * are drawn when an entry is submitted; every entry passes the rules in the order in which it
 * stands; all dates lie in the past and never move, so that figures stay as they are; no name and
 * no free text stands anywhere but in plain texts beside the entries.
 */
@NullMarked
package org.lepta.service.sample;

import org.jspecify.annotations.NullMarked;
