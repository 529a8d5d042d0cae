package org.lepta.service.transparency;

import java.time.LocalDate;

/** What the text store knows of a hash. */
public sealed interface TextLookup {

  /**
   * The text is here and has this hash.
   *
   * @param text the text with its salt
   */
  record Present(SaltedText text) implements TextLookup {}

  /**
   * The text was withdrawn; its bytes are erased.
   *
   * @param on the day of the withdrawal
   */
  record Withdrawn(LocalDate on) implements TextLookup {}

  /** This store never had the text. */
  record Absent() implements TextLookup {}
}
