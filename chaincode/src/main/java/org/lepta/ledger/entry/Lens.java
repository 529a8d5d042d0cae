package org.lepta.ledger.entry;

/** The rule by which gifts are traced to payments (docs/reference/trails). */
public enum Lens implements Words {
  FIRST_IN_FIRST_OUT,
  PROPORTIONAL,
  EARMARKED
}
