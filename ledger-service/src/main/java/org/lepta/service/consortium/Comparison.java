package org.lepta.service.consortium;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lepta.service.indexing.read.BlockRoot;
import org.lepta.service.kernel.Sha256;

/**
 * Compares two logs at the greatest height that both have; where they differ, finds the first
 * height by halving. Roots and header hashes are chained, so what differs once differs for ever.
 *
 * @param own this service's log
 * @param theirs the other's
 */
record Comparison(RootSource own, RootSource theirs) {

  /** A block with more leaves is not gone through leaf by leaf. */
  static final int MOST_LEAVES = 1_000;

  /**
   * What the comparison found.
   *
   * @param height up to which both are the same
   * @param size leaves there
   * @param difference only where they differ
   */
  record Result(Stand stand, long height, long size, @Nullable FirstDifference difference) {}

  Result run(long ownHeight, long theirHeight) throws NoAnswerException, InterruptedException {
    long common = Math.min(ownHeight, theirHeight);
    BlockRoot here = get(own, common);
    if (here.equals(get(theirs, common))) {
      Stand stand =
          theirHeight < ownHeight
              ? Stand.BEHIND
              : theirHeight > ownHeight ? Stand.AHEAD : Stand.AGREES;
      return new Result(stand, common, here.size(), null);
    }
    return parted(firstDifferent(common));
  }

  private long firstDifferent(long differing) throws NoAnswerException, InterruptedException {
    long same = 0;
    long other = differing;
    while (other - same > 1) {
      long middle = same + (other - same) / 2;
      if (get(own, middle).equals(get(theirs, middle))) {
        same = middle;
      } else {
        other = middle;
      }
    }
    return other;
  }

  private Result parted(long height) throws NoAnswerException, InterruptedException {
    BlockRoot here = get(own, height);
    BlockRoot there = get(theirs, height);
    boolean blocks = !Objects.equals(here.headerHash(), there.headerHash());
    if (height <= 1 && blocks) {
      return new Result(Stand.OTHER_LEDGER, 0, 0, null);
    }
    BlockRoot before = get(own, Math.max(0, height - 1));
    Long leaf = firstLeaf(before.size(), here.size(), there.size());
    return new Result(
        Stand.DIFFERS, before.height(), before.size(), new FirstDifference(height, blocks, leaf));
  }

  /** That they differ is known already, so that trouble on the way only leaves the leaf out. */
  private @Nullable Long firstLeaf(long from, long ownEnd, long theirEnd)
      throws InterruptedException {
    long end = Math.min(ownEnd, theirEnd);
    if (end - from > MOST_LEAVES) {
      return null;
    }
    try {
      for (long leaf = from; leaf < end; leaf++) {
        Optional<Sha256> there = theirs.leafHash(leaf);
        if (there.isEmpty()) {
          return null;
        }
        if (!own.leafHash(leaf).equals(there)) {
          return leaf;
        }
      }
    } catch (NoAnswerException e) {
      return null;
    }
    return ownEnd == theirEnd ? null : end;
  }

  private static BlockRoot get(RootSource source, long height)
      throws NoAnswerException, InterruptedException {
    return source
        .at(height)
        .orElseThrow(() ->
            new NoAnswerException(
                Trouble.MALFORMED, "there is no root at height " + height + ", which was claimed"));
  }
}
