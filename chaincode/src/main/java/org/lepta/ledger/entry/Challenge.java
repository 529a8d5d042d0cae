package org.lepta.ledger.entry;

/**
 * A public question to an entry.
 *
 * @param of qualified id
 * @param reason a code
 */
public record Challenge(String of, String reason) implements Note {}
