package org.lepta.service.consortium;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of another service.
 *
 * @param address where it answers
 * @param stand how it stands to this one
 * @param since when it began to stand so
 * @param height up to which both logs are known to be the same, in blocks
 * @param size leaves there
 * @param theirHeight blocks that it said it has
 * @param difference where it differs
 * @param trouble why it is unreachable
 * @param wrongTexts texts that it sent under a hash that they do not have, since the start
 */
public record OtherState(
    OtherAddress address,
    Stand stand,
    Instant since,
    long height,
    long size,
    long theirHeight,
    @Nullable FirstDifference difference,
    @Nullable Trouble trouble,
    long wrongTexts) {

  static OtherState notAsked(OtherAddress address, Instant now) {
    return new OtherState(address, Stand.NOT_ASKED, now, 0, 0, 0, null, null, 0);
  }

  OtherState compared(Comparison.Result result, long itsHeight, Instant now) {
    return new OtherState(
        address,
        result.stand(),
        since(result.stand(), now),
        result.height(),
        result.size(),
        itsHeight,
        result.difference(),
        null,
        wrongTexts);
  }

  /** What was known before stays known. */
  OtherState unreachable(Trouble why, Instant now) {
    return new OtherState(
        address,
        Stand.UNREACHABLE,
        since(Stand.UNREACHABLE, now),
        height,
        size,
        theirHeight,
        difference,
        why,
        wrongTexts);
  }

  OtherState withWrongTexts(long count) {
    return new OtherState(
        address, stand, since, height, size, theirHeight, difference, trouble, count);
  }

  private Instant since(Stand next, Instant now) {
    return next == stand ? since : now;
  }
}
