package org.lepta.ui.view;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lepta.ui.format.Amount;
import org.lepta.ui.format.DateText;
import org.lepta.ui.text.Language;
import org.lepta.ui.text.Texts;

/** What an entry says, as one plain sentence without markup. Thread-safe. */
public final class Sentences {
  private static final Set<EntryKind> WITH_PATTERN =
      EnumSet.of(
          EntryKind.OPENING,
          EntryKind.DONATION,
          EntryKind.FEE,
          EntryKind.REFUND,
          EntryKind.INCOME,
          EntryKind.TRANSFER_OUT,
          EntryKind.TRANSFER_IN,
          EntryKind.EXCHANGE,
          EntryKind.GRANT,
          EntryKind.AMENDMENT,
          EntryKind.RELEASE,
          EntryKind.DISBURSEMENT,
          EntryKind.PASS_ON,
          EntryKind.RETURN,
          EntryKind.EXPENDITURE,
          EntryKind.CONFIRMATION,
          EntryKind.CORRECTION);

  private Sentences() {}

  /** The kinds that have a sentence of their own; the others are only named. */
  public static Set<EntryKind> kindsWithPattern() {
    return Collections.unmodifiableSet(WITH_PATTERN);
  }

  /**
   * The sentence of an entry.
   *
   * @param amount of the entry; needed by the kinds that move money
   * @param fund name of the fund, or of what is registered; null where there is none
   * @param party name of the other side, see {@link #party}
   */
  public static String entry(
      Language language,
      EntryKind kind,
      @Nullable DateText date,
      @Nullable Amount amount,
      @Nullable String fund,
      Party party) {
    Texts texts = Texts.of(language);
    String what =
        WITH_PATTERN.contains(kind) && amount != null && fund != null
            ? texts.text(
                "says." + kind.word(), amount.text(), isolated(fund), party(language, party))
            : fund == null
                ? texts.text("says.other", texts.label(kind))
                : texts.text("says.named", texts.label(kind), isolated(fund));
    return date == null ? capitalised(what) : texts.text("says.dated", date.text(), what);
  }

  /** The name of a party inside a sentence, isolated from the sentence's direction of writing. */
  public static String party(Language language, Party party) {
    Texts texts = Texts.of(language);
    return switch (party) {
      case Party.Organisation organisation -> isolated(organisation.name());
      case Party.Unnamed unnamed -> texts.text("party.unnamed");
      case Party.NotStated notStated -> texts.text("party.notStated");
    };
  }

  // A name in a right-to-left script must not turn the words and figures around it.
  private static String isolated(String name) {
    return "\u2068" + name + "\u2069";
  }

  private static String capitalised(String sentence) {
    int first = sentence.codePointAt(0);
    String rest = sentence.substring(Character.charCount(first));
    return Character.toString(Character.toUpperCase(first)) + rest;
  }
}
