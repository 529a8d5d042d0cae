package org.lepta.service.trail;

import org.jspecify.annotations.Nullable;

/** Follows what an entry gave inside its fund, by one rule. */
interface HopFinder {

  /** All that an entry gave; null if it gave nothing. */
  default @Nullable HopPart find(
      int number, Trail.@Nullable Reached reachedBy, long leaf, long size) {
    return find(number, reachedBy, leaf, 0, Long.MAX_VALUE, size);
  }

  /** A range of what an entry gave; null if it gave nothing there. */
  @Nullable HopPart find(
      int number, Trail.@Nullable Reached reachedBy, long leaf, long from, long to, long size);
}
