package org.lepta.service.consortium;

import org.lepta.service.transparency.SaltedText;

/** What another service says about a text. */
sealed interface TextAnswer {

  /** It has the text, and the text has this hash. */
  record Found(SaltedText text) implements TextAnswer {}

  /** It had the text, and withdrew it. */
  record Withdrawn() implements TextAnswer {}

  /** It does not have the text. */
  record Unknown() implements TextAnswer {}

  /** It sent something else than the text of this hash. */
  record Wrong() implements TextAnswer {}
}
