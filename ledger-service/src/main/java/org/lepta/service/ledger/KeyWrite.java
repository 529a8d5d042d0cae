package org.lepta.service.ledger;

/**
 * A key written or deleted by a transaction.
 *
 * @param key state key; composite keys begin with U+0000
 * @param deleted whether the key was deleted
 * @param value the new value; empty if deleted
 */
public record KeyWrite(String key, boolean deleted, Bytes value) {}
