package org.lepta.service.consortium;

/** What is said about others, in whole sentences. */
final class Sentences {

  private Sentences() {}

  /** Where the logs part; the state must be one that differs. */
  static String difference(OtherState other) {
    FirstDifference first = other.difference();
    if (first == null) {
      throw new IllegalArgumentException("no difference is known of " + other.address());
    }
    return "%s has another log from height %d (block %d) on: %s, %s"
        .formatted(
            other.address(),
            first.height(),
            first.height() - 1,
            first.blocksDiffer() ? "its block is another one" : "the block is the same",
            first.leaf() == null
                ? "which leaf differs first is not known"
                : "the first leaf that differs is " + first.leaf());
  }
}
