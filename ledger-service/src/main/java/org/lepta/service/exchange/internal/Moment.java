package org.lepta.service.exchange.internal;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lepta.service.exchange.PlainText;
import org.lepta.service.exchange.WarningCode;

/** Reads a field that holds a date: what cannot be read is absent and its literal kept. */
final class Moment {

  private final Dates dates;
  private final Mapped record;

  Moment(Dates dates, Mapped record) {
    this.dates = dates;
    this.record = record;
  }

  /** The day of an event; that there is none is told. */
  @Nullable LocalDate happened(@Nullable String literal, String at, List<PlainText> texts) {
    if (literal == null) {
      record.warn(WarningCode.DATE_MISSING, at);
      return null;
    }
    return read(literal, "happened-on", at, texts);
  }

  /** A day that may be absent. */
  @Nullable LocalDate read(
      @Nullable String literal, String role, String at, List<PlainText> texts) {
    if (literal == null) {
      return null;
    }
    LocalDate date = dates.read(literal).orElse(null);
    if (date == null) {
      record.warn(WarningCode.DATE_UNREADABLE, at);
      texts.add(PlainText.of(role + "-literal", literal));
    }
    return date;
  }

  /** Notes a rounded amount and keeps its literal. */
  void rounded(Quantity quantity, String literal, String at, List<PlainText> texts) {
    if (quantity.rounded()) {
      record.warn(WarningCode.AMOUNT_ROUNDED, at);
      texts.add(PlainText.of("amount-literal", literal));
    }
  }
}
