/**
 * Turns exact values into the strings that pages show.
 *
 * <p>Purpose: money, dates, counts, shares, hashes and the ledger's lag, in Russian and English.
 * Invariants: money goes from decimal string to text without ever being a binary floating-point
 * number and without losing a digit; spaces inside a figure are no-break (U+00A0); a minus is
 * U+2212; nothing depends on the JDK's locale data or on the machine's default locale or time zone.
 * All functions are pure and thread-safe.
 */
@NullMarked
package org.lepta.ui.format;

import org.jspecify.annotations.NullMarked;
