package org.lepta.service.exchange.internal;

import java.nio.charset.StandardCharsets;
import org.lepta.ledger.entry.Source;
import org.lepta.service.exchange.WarningCode;
import org.lepta.service.submission.Draft;
import org.lepta.service.submission.PlainText;
import org.lepta.service.transparency.SaltedText;

/** Cuts texts to what the text store takes; the beginning of a text is better than no line. */
final class TextFit {

  private static final String CUT = " […]";
  private static final int LONGEST_CODE_POINT = 4;

  private TextFit() {}

  static Draft fit(Draft draft, Tally tally) {
    if (draft.texts().stream().allMatch(TextFit::fits)) {
      return draft;
    }
    Source source = draft.entry().header().source();
    tally.warn(WarningCode.TEXT_SHORTENED, source == null ? "" : source.position());
    return new Draft(draft.entry(), draft.texts().stream().map(TextFit::cut).toList());
  }

  private static boolean fits(PlainText text) {
    return !holdsNoText(text.text())
        && text.text().getBytes(StandardCharsets.UTF_8).length <= SaltedText.MAX_TEXT_BYTES;
  }

  private static boolean holdsNoText(String text) {
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      if (isNoText(text.codePointAt(i))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isNoText(int c) {
    return c == 0 || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
  }

  private static PlainText cut(PlainText text) {
    if (fits(text)) {
      return text;
    }
    StringBuilder kept = new StringBuilder();
    int room = SaltedText.MAX_TEXT_BYTES - CUT.getBytes(StandardCharsets.UTF_8).length;
    for (int at = 0; at < text.text().length() && room >= LONGEST_CODE_POINT; ) {
      int c = text.text().codePointAt(at);
      at += Character.charCount(c);
      if (!isNoText(c)) {
        kept.appendCodePoint(c);
        room -= new String(Character.toChars(c)).getBytes(StandardCharsets.UTF_8).length;
      }
    }
    return new PlainText(text.role(), text.language(), kept.append(CUT).toString());
  }
}
