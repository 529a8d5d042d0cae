package org.lepta.ledger.rule;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.lepta.ledger.entry.Party;
import org.lepta.ledger.money.Amount;

/** Small checks of one field; absent optional fields pass. */
final class Require {

  private Require() {}

  static void that(boolean holds, Code code, String field) {
    if (!holds) {
      throw new RefusedException(code, field);
    }
  }

  static void id(@Nullable String text, String field) {
    if (text != null) {
      that(Lexicon.isId(text), Code.ID_INVALID, field);
      that(!Lexicon.isPersonal(text), Code.PERSONAL_ID, field);
    }
  }

  static void code(@Nullable String text, String field) {
    that(text == null || Lexicon.isCode(text), Code.WORD_INVALID, field);
  }

  static void handle(@Nullable String text, String field) {
    that(text == null || Lexicon.isHandle(text), Code.WORD_INVALID, field);
  }

  static void date(@Nullable LocalDate date, String field) {
    that(date == null || (date.getYear() >= 1 && date.getYear() <= 9999), Code.DATE_INVALID, field);
  }

  static void period(@Nullable LocalDate from, @Nullable LocalDate to, String field) {
    date(from, field);
    date(to, field);
    that(from == null || to == null || !to.isBefore(from), Code.DATE_INVALID, field);
  }

  static void notNegative(@Nullable Amount amount, String field) {
    that(amount == null || amount.signum() >= 0, Code.AMOUNT_INVALID, field);
    bounded(amount, field);
  }

  static void positive(@Nullable Amount amount, String field) {
    that(amount == null || amount.signum() > 0, Code.AMOUNT_INVALID, field);
    bounded(amount, field);
  }

  static void bounded(@Nullable Amount amount, String field) {
    that(
        amount == null || (Amount.LIMIT.covers(amount) && amount.covers(Amount.LIMIT.negated())),
        Code.AMOUNT_INVALID,
        field);
  }

  static void atLeast(long least, @Nullable Number value, String field) {
    that(value == null || value.longValue() >= least, Code.AMOUNT_INVALID, field);
  }

  static void party(@Nullable Party party, String field) {
    if (party != null) {
      that((party.org() == null) != (party.commitment() == null), Code.ENTRY_MALFORMED, field);
      id(party.org(), field);
    }
  }
}
