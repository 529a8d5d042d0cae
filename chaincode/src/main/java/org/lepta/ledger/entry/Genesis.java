package org.lepta.ledger.entry;

import org.jspecify.annotations.Nullable;

/**
 * The first entry of a ledger, leaf 0. Its header id is the channel.
 *
 * @param genesisBlock SHA-256 of the header of block 0
 * @param organisation id of the first member
 * @param msp MSP id of the first member
 * @param chaincode SHA-256 of the chaincode build, where one was packaged
 */
public record Genesis(
    String channel,
    Hash genesisBlock,
    int leafVersion,
    int rulesVersion,
    String organisation,
    String msp,
    @Nullable Hash chaincode)
    implements Registration {}
