package org.lepta.service.explorer;

/**
 * Who runs this service.
 *
 * @param organisation its id
 * @param onNetwork whether the ledger is a network
 * @param recording whether it may record
 */
public record Self(String organisation, boolean onNetwork, boolean recording) {}
