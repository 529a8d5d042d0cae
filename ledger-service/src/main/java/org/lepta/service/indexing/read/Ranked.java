package org.lepta.service.indexing.read;

import java.util.List;
import org.lepta.service.indexing.Sum;

/**
 * The organisations on one side of a pot, the largest sums first.
 *
 * @param top those with the largest sums, all above nothing
 * @param unnamed where no organisation is named
 * @param parties how many organisations are named in all
 */
public record Ranked(List<PartySum> top, Sum unnamed, long parties) {

  /** Where nobody gave or received. */
  public static final Ranked NOBODY = new Ranked(List.of(), Sum.NONE, 0);

  public Ranked {
    top = List.copyOf(top);
  }

  /**
   * Of organisations by size: those above nothing, as far as they are shown one by one.
   *
   * @param largest no fewer than {@link FlowReader#TOP} where there are so many
   */
  static Ranked of(List<PartySum> largest, Sum unnamed, long parties) {
    return new Ranked(
        largest.stream()
            .limit(FlowReader.TOP)
            .filter(party -> party.sum().amount().signum() > 0)
            .toList(),
        unnamed,
        parties);
  }

  /** What one organisation gave, was promised or was paid. */
  public record PartySum(String organisation, Sum sum) {}
}
