package org.lepta.service.sampling;

import org.lepta.ledger.entry.Kind;

/**
 * One payment of the population; amounts in ten-thousandths.
 *
 * @param leaf its index
 * @param recorded what it says
 * @param amount what corrections left of it, above zero
 */
public record Item(long leaf, Kind kind, long recorded, long amount) {}
