package org.lepta.ledger.entry;

import java.util.Locale;

/** Enum constants stand in JSON as lower-case words joined by hyphens. */
public interface Words {

  String name();

  /** The word in JSON. */
  default String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
