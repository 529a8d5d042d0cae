package org.lepta.ledger.entry;

import org.jspecify.annotations.Nullable;

/**
 * The first entry of a ledger, leaf 0. Its header id is the channel.
 *
 * @param genesisBlock SHA-256 of the header of block 0
 * @param organisation id of the first member
 * @param msp MSP id of the first member
 * @param chaincode SHA-256 of the chaincode build, where one was packaged
 * @param previousLog origin of the log this one continues; from leaf version 2 on
 * @param previousSize its final size
 * @param previousRoot its final root
 */
public record Genesis(
    String channel,
    Hash genesisBlock,
    int leafVersion,
    int rulesVersion,
    String organisation,
    String msp,
    @Nullable Hash chaincode,
    @Nullable String previousLog,
    @Nullable Long previousSize,
    @Nullable Hash previousRoot)
    implements Registration {

  /** The first entry of a ledger that continues no other. */
  public static Genesis of(
      String channel, Hash genesisBlock, int version, String first, String msp) {
    return new Genesis(channel, genesisBlock, version, version, first, msp, null, null, null, null);
  }

  /** The same, where the members agreed on a build of the chaincode. */
  public Genesis builtAs(@Nullable Hash build) {
    return new Genesis(
        channel,
        genesisBlock,
        leafVersion,
        rulesVersion,
        organisation,
        msp,
        build,
        previousLog,
        previousSize,
        previousRoot);
  }
}
