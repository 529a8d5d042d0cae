package org.lepta.ui.view;

import org.jspecify.annotations.Nullable;
import org.lepta.ui.format.DateText;

/** A text that lies beside the ledger, which holds only its salted hash. */
public sealed interface PublicText {

  /** The text matches its hash and is shown; {@code language} is its BCP 47 code if known. */
  record Shown(String text, @Nullable String language) implements PublicText {}

  /** The text may no longer be shown; its hash, and so the proof, stays. */
  record Withdrawn(DateText on) implements PublicText {}

  /** The text has not reached this server. */
  record NotHeld() implements PublicText {}

  /** The ledger states no such text. */
  record NotStated() implements PublicText {}

  /** A text in a language that is not known. */
  static PublicText of(String text) {
    return new Shown(text, null);
  }
}
