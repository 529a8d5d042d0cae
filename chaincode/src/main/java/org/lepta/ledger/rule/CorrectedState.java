package org.lepta.ledger.rule;

import org.lepta.ledger.money.Amount;

/** How much of an entry's amount was taken back by corrections. */
public record CorrectedState(Amount amount) {}
