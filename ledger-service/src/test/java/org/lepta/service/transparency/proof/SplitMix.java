package org.lepta.service.transparency.proof;

/**
 * Numbers by chance that every language can make alike: SplitMix64 (Steele, Lea, Flood 2014). The
 * twin of {@code explorer-ui/src/main/ts/testing/split-mix.ts}.
 */
final class SplitMix {

  private long state;

  SplitMix(long seed) {
    this.state = seed;
  }

  private long next() {
    state += 0x9e3779b97f4a7c15L;
    long mixed = (state ^ (state >>> 30)) * 0xbf58476d1ce4e5b9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
    return mixed ^ (mixed >>> 31);
  }

  /** Returns a number from 0, below the bound. */
  int below(int bound) {
    return (int) Long.remainderUnsigned(next(), bound);
  }
}
