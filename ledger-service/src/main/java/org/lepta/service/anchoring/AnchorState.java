package org.lepta.service.anchoring;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.lepta.service.kernel.Sha256;

/**
 * How the anchor on a chain stands, as far as this service knows.
 *
 * @param contract the contract
 * @param origin of the log that it anchors
 * @param anchored what stands in the contract; null before the first anchor
 * @param sent what is on its way; null if nothing is
 * @param trouble why nothing is anchored now; null if all is well
 */
public record AnchorState(
    ContractAddress contract,
    String origin,
    @Nullable Anchored anchored,
    @Nullable Sent sent,
    @Nullable Trouble trouble) {

  /** The data of the call {@code head()}, which anybody may ask a node for. */
  public static final String HEAD_CALL = "0x8f7dcfa3";

  /**
   * What stands in the contract, and is the same in this log.
   *
   * @param time of its block
   * @param block the block's number
   * @param transaction 0x and 64 digits; null if it was not found
   * @param isFinal whether its block cannot vanish any more
   */
  public record Anchored(
      long size,
      Sha256 root,
      Instant time,
      long block,
      @Nullable String transaction,
      boolean isFinal) {}

  /** What was sent and has not moved the contract yet. */
  public record Sent(long size, Sha256 root, String transaction, Instant since) {}

  /**
   * What is wrong.
   *
   * @param code stable for ever
   * @param detail one sentence
   */
  public record Trouble(AnchorTrouble code, String detail) {}

  AnchorState withTrouble(@Nullable Trouble now) {
    return new AnchorState(contract, origin, anchored, sent, now);
  }
}
