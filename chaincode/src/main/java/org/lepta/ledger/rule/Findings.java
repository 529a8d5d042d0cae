package org.lepta.ledger.rule;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.lepta.ledger.entry.Kind;
import org.lepta.ledger.entry.Party;
import org.lepta.ledger.money.Amount;

/**
 * What is wrong with one entry: every check is made, and the finding that comes first in the order
 * of {@link Code} is told, whichever field it was found in. Absent optional fields pass. Not
 * thread-safe.
 */
final class Findings {

  private @Nullable RefusedException first;

  /**
   * Refuses the entry if anything was found.
   *
   * @throws RefusedException with the first code that applies
   */
  void throwFirst() {
    if (first != null) {
      throw first;
    }
  }

  void that(boolean holds, Code code, String field) {
    if (!holds && (first == null || code.compareTo(first.code()) < 0)) {
      first = new RefusedException(code, field);
    }
  }

  void id(@Nullable String text, String field) {
    if (text != null) {
      that(Lexicon.isId(text), Code.ID_INVALID, field);
      that(!Lexicon.isPersonal(text), Code.PERSONAL_ID, field);
    }
  }

  /** {@code kind:id}, as the index names entries. */
  void qualifiedId(String text, String field) {
    int colon = text.indexOf(':');
    that(colon > 0 && Kind.ofLabel(text.substring(0, colon)).isPresent(), Code.ID_INVALID, field);
    id(text.substring(colon + 1), field);
  }

  void code(@Nullable String text, String field) {
    that(text == null || Lexicon.isCode(text), Code.WORD_INVALID, field);
  }

  void handle(@Nullable String text, String field) {
    that(text == null || Lexicon.isHandle(text), Code.WORD_INVALID, field);
  }

  void date(@Nullable LocalDate date, String field) {
    that(date == null || (date.getYear() >= 1 && date.getYear() <= 9999), Code.DATE_INVALID, field);
  }

  void period(@Nullable LocalDate from, @Nullable LocalDate to, String field) {
    date(from, field);
    date(to, field);
    that(from == null || to == null || !to.isBefore(from), Code.DATE_INVALID, field);
  }

  void notNegative(@Nullable Amount amount, String field) {
    that(amount == null || amount.signum() >= 0, Code.AMOUNT_INVALID, field);
    bounded(amount, field);
  }

  void positive(@Nullable Amount amount, String field) {
    that(amount == null || amount.signum() > 0, Code.AMOUNT_INVALID, field);
    bounded(amount, field);
  }

  void bounded(@Nullable Amount amount, String field) {
    that(
        amount == null || (Amount.LIMIT.covers(amount) && amount.covers(Amount.LIMIT.negated())),
        Code.AMOUNT_INVALID,
        field);
  }

  void atLeast(long least, @Nullable Number value, String field) {
    that(value == null || value.longValue() >= least, Code.AMOUNT_INVALID, field);
  }

  void party(@Nullable Party party, String field) {
    if (party != null) {
      that((party.org() == null) != (party.commitment() == null), Code.ENTRY_MALFORMED, field);
      id(party.org(), field);
    }
  }
}
