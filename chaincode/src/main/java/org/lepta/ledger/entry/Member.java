package org.lepta.ledger.entry;

/**
 * An organisation that keeps the ledger: its identity may record. Its header id is the organisation
 * id.
 *
 * @param msp MSP id of its identities
 */
public record Member(String msp) implements Registration {}
