package org.lepta.ui.view;

import org.jspecify.annotations.Nullable;
import org.lepta.ui.format.CountFormat;
import org.lepta.ui.format.DateText;
import org.lepta.ui.text.Language;
import org.lepta.ui.text.Texts;

/**
 * What an auditor attested.
 *
 * @param of the fund it speaks of; null where it speaks of the whole ledger
 * @param auditor whose statement it is
 * @param recorder who recorded it, where that is not the auditor
 * @param size entries of the log that were audited
 * @param to last day of the audited period, where one is stated
 * @param result a code
 * @param ofThisLog whether this log had the attested root at that size
 * @param leafIndex of the entry that says so
 */
public record Attested(
    @Nullable String of,
    String auditor,
    @Nullable String recorder,
    long size,
    @Nullable DateText to,
    String result,
    boolean ofThisLog,
    long leafIndex) {

  /** The same for readers, with a link to the entry; what is of another log is an alarm. */
  public Notice notice(Language language) {
    Texts texts = Texts.of(language);
    String entries = CountFormat.number(language, size);
    String what = of == null ? texts.text("attested.ledger") : isolated(of);
    String said =
        ofThisLog
            ? texts.text(
                "attested.audited",
                to == null ? entries(texts, entries) : to.text(),
                isolated(auditor),
                what,
                resultText(texts))
            : texts.text("attested.contradicts", isolated(auditor), what, entries);
    return new Notice(tone(), said + recorded(texts), Links.of(language).entry(leafIndex));
  }

  private static String entries(Texts texts, String entries) {
    return texts.text("attested.entries", entries);
  }

  private String resultText(Texts texts) {
    return switch (result) {
      case "clean" -> texts.text("attested.result.clean");
      case "qualified" -> texts.text("attested.result.qualified");
      case "adverse" -> texts.text("attested.result.adverse");
      case "disclaimer" -> texts.text("attested.result.disclaimer");
      default -> result;
    };
  }

  private String recorded(Texts texts) {
    return recorder == null ? "" : " " + texts.text("attested.recorded", isolated(recorder));
  }

  private Tone tone() {
    if (!ofThisLog) {
      return Tone.ALARM;
    }
    return result.equals("clean") ? Tone.INFORMATION : Tone.ATTENTION;
  }

  private static String isolated(String name) {
    return "\u2068" + name + "\u2069";
  }
}
