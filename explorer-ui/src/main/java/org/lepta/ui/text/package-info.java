/**
 * Languages of the explorer and every text it shows.
 *
 * <p>Purpose: templates and formatters hold no words of their own; they ask {@link
 * org.lepta.ui.text.Texts} by key. Invariants: both languages have the same keys, every key is used
 * (asserted by a test), and an unknown key is an error, never an empty or guessed text. Everything
 * here is immutable and thread-safe, and reads no locale data of the JDK, so that a page is the
 * same on every machine.
 */
@NullMarked
package org.lepta.ui.text;

import org.jspecify.annotations.NullMarked;
