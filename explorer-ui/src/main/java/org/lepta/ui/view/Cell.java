package org.lepta.ui.view;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lepta.ui.format.Amount;
import org.lepta.ui.format.DateText;
import org.lepta.ui.format.HashText;
import org.lepta.ui.format.Share;
import org.lepta.ui.text.Labelled;

/** What a table cell or a field shows. */
public sealed interface Cell {

  record Text(String text) implements Cell {}

  record Linked(Link link) implements Cell {}

  record Money(Amount amount) implements Cell {}

  record Day(DateText date) implements Cell {}

  record Digest(HashText hash) implements Cell {}

  record Who(Party party) implements Cell {}

  record Words(PublicText text) implements Cell {}

  /** The label of a constant, as plain words. */
  record Label(Labelled value) implements Cell {}

  /** A step of the evidence ladder, as word and mark. */
  record Evidence(EvidenceStep step) implements Cell {}

  /** A match state, as word and mark. */
  record Match(MatchState state) implements Cell {}

  /** How another service stands, as word and mark. */
  record Stand(Agreement agreement) implements Cell {}

  /** A share, as bar and words. */
  record Portion(Share share) implements Cell {}

  /** No value, and why. */
  record Missing(Absence why) implements Cell {}

  /** Several values, one under the other. */
  record Many(List<Cell> cells) implements Cell {
    public Many {
      cells = List.copyOf(cells);
    }
  }

  /** Whether the cell is one short line of known length, which need not be broken. */
  default boolean unbroken() {
    return this instanceof Day
        || this instanceof Evidence
        || this instanceof Match
        || this instanceof Stand
        || this instanceof Label
        || this instanceof Missing;
  }

  /** The date, or "not stated". */
  static Cell day(@Nullable DateText date) {
    return date == null ? new Missing(Absence.NOT_STATED) : new Day(date);
  }

  /** The amount, or the reason why there is none. */
  static Cell money(@Nullable Amount amount, Absence otherwise) {
    return amount == null ? new Missing(otherwise) : new Money(amount);
  }

  /** The link, or "not stated". */
  static Cell link(@Nullable Link link) {
    return link == null ? new Missing(Absence.NOT_STATED) : new Linked(link);
  }
}
