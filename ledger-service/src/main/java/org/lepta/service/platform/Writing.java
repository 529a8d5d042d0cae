package org.lepta.service.platform;

/**
 * Whether this service may record on its ledger at all.
 *
 * @param open false for an auditor of a network, who only reads
 */
public record Writing(boolean open) {}
