package org.lepta.service.indexing.flow;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.lepta.service.indexing.Measure;

/** What an organisation has to do with a fund's money. */
public enum Side {
  GAVE,
  AWARDED,
  PAID;

  /** The name in rows. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The side of this name. */
  public static Side ofLabel(String label) {
    return valueOf(label.toUpperCase(Locale.ROOT));
  }

  /** The side on which the other party of a measure stands; null where there is none. */
  static @Nullable Side of(Measure measure) {
    return switch (measure) {
      case DONATED -> GAVE;
      case AWARDED -> AWARDED;
      case PAID_RELEASED, PAID_DIRECT -> PAID;
      default -> null;
    };
  }
}
