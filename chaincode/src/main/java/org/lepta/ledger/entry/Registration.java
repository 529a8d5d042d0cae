package org.lepta.ledger.entry;

/** A decision that registers who and what exists on the ledger; it posts nothing. */
public sealed interface Registration extends Body
    permits Genesis, Organisation, Member, Fund, LogKey, RuleCard, Hold, Epoch {}
