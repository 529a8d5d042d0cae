package org.lepta.service.command.bench;

/**
 * How much is recorded to measure.
 *
 * @param runs how often each way takes its turn
 * @param packed packed entries of a turn
 * @param single entries of a turn that travel one per transaction
 * @param gifts concurrent gifts of a turn, and funds they are spread over
 * @param decisions grants of a turn on the hot fund, and as many releases
 * @param many gifts in the fund whose balance is read beside that of a fund of ten gifts
 * @param lagSeconds how long gifts come at a steady rate
 */
public record Sizes(
    int runs, int packed, int single, int gifts, int decisions, int many, int lagSeconds) {

  /** The usual sizes, as many turns and packed entries as asked for. */
  public static Sizes of(int runs, int packed) {
    return new Sizes(runs, packed, Math.max(1, packed / 50), 1_000, 2_000, 100_000, 10);
  }
}
