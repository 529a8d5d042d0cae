package org.lepta.service.indexing;

import org.lepta.ledger.entry.Flag;

/** The bit of each flag in the column {@code entry.flags}. */
public final class FlagBit {

  private FlagBit() {}

  /** A power of two, fixed for ever. */
  public static int of(Flag flag) {
    return switch (flag) {
      case LATE -> 1;
      case REPEAT -> 2;
      case OVERFLOW -> 4;
      case WITHOUT_RELEASE -> 8;
      case ZERO -> 16;
    };
  }
}
