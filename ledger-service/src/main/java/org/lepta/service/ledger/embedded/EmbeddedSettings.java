package org.lepta.service.ledger.embedded;

import java.nio.file.Path;
import java.time.Clock;
import org.hyperledger.fabric.shim.Chaincode;
import org.lepta.ledger.contract.LeptaChaincode;

/**
 * What an embedded ledger is opened with.
 *
 * @param folder where it lives; made if absent
 * @param contract called from several threads at once, in process
 * @param channel channel id, fixed with the first opening
 * @param namespace name of the contract, under which its keys stand
 * @param clock source of transaction timestamps; the contract sees only these
 * @param limits when a block is cut
 */
public record EmbeddedSettings(
    Path folder,
    Chaincode contract,
    String channel,
    String namespace,
    Clock clock,
    BlockLimits limits) {

  /**
   * When a block is cut, apart from "at once when nothing more waits".
   *
   * @param transactions at most so many in a block
   * @param bytes at most so many bytes of envelopes, unless one transaction alone is larger
   * @param largest bytes of the largest envelope that is taken
   * @param queued how many transactions may wait; more make submitters wait
   */
  public record BlockLimits(int transactions, int bytes, int largest, int queued) {
    /** 500 transactions, 2 MiB, 10 MiB for one, 5,000 waiting. */
    public static final BlockLimits DEFAULT = new BlockLimits(500, 2 << 20, 10 << 20, 5_000);
  }

  /** Returns the settings of Lepta: channel and namespace {@code lepta}, system clock. */
  public static EmbeddedSettings of(Path folder, Chaincode contract) {
    return new EmbeddedSettings(
        folder, contract, "lepta", "lepta", Clock.systemUTC(), BlockLimits.DEFAULT);
  }

  /** Returns the settings of Lepta with Lepta's own contract. */
  public static EmbeddedSettings ofLepta(Path folder) {
    return of(folder, new LeptaChaincode());
  }

  /** Returns the same settings with another clock. */
  public EmbeddedSettings withClock(Clock other) {
    return new EmbeddedSettings(folder, contract, channel, namespace, other, limits);
  }

  /** Returns the same settings with other limits. */
  public EmbeddedSettings withLimits(BlockLimits other) {
    return new EmbeddedSettings(folder, contract, channel, namespace, clock, other);
  }
}
