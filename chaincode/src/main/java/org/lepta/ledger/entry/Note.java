package org.lepta.ledger.entry;

/** An entry that moves nothing. */
public sealed interface Note extends Body
    permits Confirmation,
        Approval,
        Device,
        Attestation,
        Statement,
        Pledge,
        Report,
        Application,
        Assessment,
        Challenge,
        Withdrawal,
        Draw,
        Publication,
        Outcome {}
