package org.lepta.service.indexing.matching;

import java.math.BigInteger;
import java.util.Comparator;

/**
 * A fund that states to have given what the other side states differently.
 *
 * @param fund the giver
 * @param place of it among all of them
 */
public record Disagreement(String fund, Counterpart counterpart, Place place) {

  /**
   * A place in the order of all disagreements: by unit, the largest first.
   *
   * @param amount what is left of the giver's statements, in ten-thousandths of a unit
   * @param namedFund the other side's fund or activity, as given; may be empty
   * @param namedOrg the organisation at the other side; may be empty
   */
  public record Place(
      String unit, BigInteger amount, String fund, String namedFund, String namedOrg) {

    /** By unit, the largest first. */
    public static final Comparator<Place> ORDER =
        Comparator.comparing(Place::unit)
            .thenComparing(place -> place.amount().abs(), Comparator.reverseOrder())
            .thenComparing(Place::fund)
            .thenComparing(Place::namedFund)
            .thenComparing(Place::namedOrg);
  }
}
