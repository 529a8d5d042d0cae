package org.lepta.service.consortium;

import java.util.Locale;

/** How another service stands to this one. */
public enum Stand {
  /** It was not asked yet. */
  NOT_ASKED,
  /** It has as many blocks, and the same log. */
  AGREES,
  /** It has fewer blocks; the log up to there is the same. */
  BEHIND,
  /** It has more blocks; the log up to the own height is the same. */
  AHEAD,
  /** It has another log, over the same first block. */
  DIFFERS,
  /** It has another first block: its address does not belong among those of this ledger. */
  OTHER_LEDGER,
  /** It gives no answer that can be used. */
  UNREACHABLE;

  /** The word in JSON: lower case, joined by hyphens. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
