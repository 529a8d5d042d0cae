package org.lepta.service.trail;

import java.util.List;

/**
 * A hop with what leads on from it.
 *
 * @param leads payments whose very units go on elsewhere
 */
record HopPart(Trail.Hop hop, List<Lead> leads) {

  /**
   * Units in a payment that goes on in another line.
   *
   * @param leaf the payment
   * @param kind transfer out or exchange
   * @param from place of the first unit in the payment
   * @param to place after the last one
   */
  record Lead(long leaf, String kind, long from, long to) {}
}
