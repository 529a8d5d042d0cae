package org.lepta.service.ledger;

/**
 * A member organisation and its name on the ledger.
 *
 * @param organisation its org-id.guide identifier
 * @param mspId its MSP id; carries no name, for example {@code Org8f3a61c09b24d7e5MSP}
 */
public record Member(String organisation, String mspId) {}
