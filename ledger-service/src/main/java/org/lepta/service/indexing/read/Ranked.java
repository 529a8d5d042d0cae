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

  public Ranked {
    top = List.copyOf(top);
  }

  /** What one organisation gave, was promised or was paid. */
  public record PartySum(String organisation, Sum sum) {}
}
