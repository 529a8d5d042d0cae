package org.lepta.service.trail;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lepta.ledger.entry.Kind;

/**
 * A hop with what leads on from it.
 *
 * @param leads payments whose very units go on elsewhere
 * @param openMonth the month of the pool whose shares may still change, if units are in it
 */
record HopPart(Trail.Hop hop, List<Lead> leads, @Nullable YearMonth openMonth) {

  /** A hop on the fund's line, which never changes. */
  HopPart(Trail.Hop hop, List<Lead> leads) {
    this(hop, leads, null);
  }

  /**
   * Units in a payment that goes on in another line.
   *
   * @param leaf the payment
   * @param kind transfer out or exchange
   * @param from place of the first unit in the payment
   * @param to place after the last one
   */
  record Lead(long leaf, String kind, long from, long to) {

    /** Where units of a payment go on, if it is one whose very units do. */
    static Optional<Lead> of(long leaf, String kind, long from, long to) {
      boolean goesOn = kind.equals(Kind.TRANSFER_OUT.label()) || kind.equals(Kind.EXCHANGE.label());
      return goesOn ? Optional.of(new Lead(leaf, kind, from, to)) : Optional.empty();
    }
  }
}
