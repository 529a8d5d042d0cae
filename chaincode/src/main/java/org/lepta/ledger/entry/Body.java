package org.lepta.ledger.entry;

/** The fields of one kind of entry, beside its {@link Header}. */
public sealed interface Body permits Flow, Note, Registration, PeriodClose {}
