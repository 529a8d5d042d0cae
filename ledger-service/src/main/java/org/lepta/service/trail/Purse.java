package org.lepta.service.trail;

import org.jspecify.annotations.Nullable;

/**
 * Which line of a fund an entry belongs to.
 *
 * @param donation the earmarked donation whose line it is; absent for the general line
 * @param named whether the entry names that line itself; otherwise it is only about the donation,
 *     and belongs to the general line unless that donation is earmarked and recorded before it
 */
record Purse(@Nullable String donation, boolean named) {

  /** The line of all money without an earmark. */
  static final Purse GENERAL = new Purse(null, false);

  /** The line that a payment's earmark names, else the general one. */
  static Purse named(@Nullable String donation) {
    return donation == null ? GENERAL : new Purse(donation, true);
  }

  /** The line that a donation stands on. */
  static Purse about(@Nullable String donation) {
    return donation == null ? GENERAL : new Purse(donation, false);
  }
}
