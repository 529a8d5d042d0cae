package org.lepta.service.exchange.internal;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.lepta.ledger.entry.Flag;
import org.lepta.ledger.money.Unit;
import org.lepta.service.indexing.read.EntryRecord;
import org.lepta.service.indexing.read.ResolvedText;
import org.lepta.service.indexing.read.Texts;

/** What the exports of all standards ask of entries. */
final class Exported {

  /** What stands where a standard demands a text and the ledger shows none. */
  static final String NOT_STATED = "Not stated";

  private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");

  private Exported() {}

  /** Whether it counts: not a repeat without effect, nor beyond exact sums. */
  static boolean counts(EntryRecord entry) {
    List<Flag> flags = entry.leaf().flags();
    return entry.hasEffect() || (flags.contains(Flag.ZERO) && !flags.contains(Flag.REPEAT));
  }

  /** The standards know money only; hours and tonnes stay in the exports of entries. */
  static boolean isMoney(Unit unit) {
    return CURRENCY.matcher(unit.code()).matches();
  }

  /** When it happened, else when it was decided, else when it was recorded. */
  static LocalDate date(EntryRecord entry) {
    LocalDate stated = entry.businessDate();
    return stated == null ? LocalDate.ofInstant(entry.committed(), ZoneOffset.UTC) : stated;
  }

  /** Whether {@link #date} is only that of the recording. */
  static boolean isUndated(EntryRecord entry) {
    return entry.businessDate() == null;
  }

  /** The owner of the fund that an entry posts to. */
  static String owner(EntryRecord entry) {
    return Objects.requireNonNull(entry.owner(), "only entries that post are exported");
  }

  /** The texts of a role that may be shown. */
  static List<Narrative> texts(Texts texts, EntryRecord entry, String role) {
    return shown(texts.of(entry.entry(), Set.of(role)));
  }

  static List<Narrative> shown(List<ResolvedText> texts) {
    List<Narrative> shown = new ArrayList<>();
    for (ResolvedText text : texts) {
      if (text.text() != null) {
        shown.add(new Narrative(text.language(), text.text()));
      }
    }
    return shown;
  }

  static @Nullable String first(List<Narrative> texts) {
    return texts.isEmpty() ? null : texts.getFirst().text();
  }
}
