package org.lepta.service.ledger;

/** What the contract said to a read of committed state. */
public sealed interface Evaluation permits Answer, Refused {}
