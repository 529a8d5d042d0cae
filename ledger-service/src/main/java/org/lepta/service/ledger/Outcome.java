package org.lepta.service.ledger;

/** What is known for certain about a submission; trouble on the way is an exception instead. */
public sealed interface Outcome permits Committed, CommittedInvalid, Refused {}
