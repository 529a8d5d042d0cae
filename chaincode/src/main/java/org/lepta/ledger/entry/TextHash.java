package org.lepta.ledger.entry;

/**
 * The salted hash of one free text; the text itself lies beside the log and can be withdrawn.
 *
 * @param role what the text is: {@code name}, {@code title}, {@code description} …, a lower-case
 *     word
 * @param hash SHA-256 of the text with its salt (docs/reference/leaf-format)
 */
public record TextHash(String role, Hash hash) {}
