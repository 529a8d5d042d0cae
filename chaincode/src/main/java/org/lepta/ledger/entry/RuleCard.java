package org.lepta.ledger.entry;

import java.time.LocalDate;

/**
 * The published rules of a fund as a document.
 *
 * @param document salted hash of the rule card
 */
public record RuleCard(String fund, Hash document, LocalDate validFrom) implements Registration {}
