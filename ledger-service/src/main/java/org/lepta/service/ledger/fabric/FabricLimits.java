package org.lepta.service.ledger.fabric;

import java.time.Duration;

/**
 * How much the adapter asks of a network at once, and how long it waits.
 *
 * @param inFlight transactions that may be under way at the same time; a peer's gateway takes 500
 *     calls of all its clients together unless its operator set another limit
 * @param endorsing longest time of one call that endorses or evaluates
 * @param ordering longest time of one call that hands over to ordering
 * @param again how long an accepted transaction may stay away from the blocks before the same
 *     envelope is sent again
 * @param commit how long a transaction is looked for in the blocks before its outcome counts as
 *     unknown
 * @param silence how long a stream of blocks may be silent before its peer is asked for a sign of
 *     life; also how long that sign, and a block that is known to exist, may take
 */
public record FabricLimits(
    int inFlight,
    Duration endorsing,
    Duration ordering,
    Duration again,
    Duration commit,
    Duration silence) {
  /** 200 in flight; 15 s, 10 s, 5 s, 60 s and 10 s. */
  public static final FabricLimits DEFAULT =
      new FabricLimits(
          200,
          Duration.ofSeconds(15),
          Duration.ofSeconds(10),
          Duration.ofSeconds(5),
          Duration.ofSeconds(60),
          Duration.ofSeconds(10));

  /**
   * Checks that every limit is positive.
   *
   * @throws IllegalArgumentException if one is not
   */
  public FabricLimits {
    requirePositive(Duration.ofNanos(inFlight), "in-flight");
    requirePositive(endorsing, "endorsing");
    requirePositive(ordering, "ordering");
    requirePositive(again, "again");
    requirePositive(commit, "commit");
    requirePositive(silence, "silence");
  }

  private static void requirePositive(Duration limit, String name) {
    if (!limit.isPositive()) {
      throw new IllegalArgumentException("the limit " + name + " is not positive");
    }
  }
}
