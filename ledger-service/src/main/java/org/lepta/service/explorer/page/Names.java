package org.lepta.service.explorer.page;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.lepta.service.indexing.read.ResolvedText;
import org.lepta.ui.format.DateFormat;
import org.lepta.ui.text.Language;
import org.lepta.ui.view.PublicText;

/**
 * Names of one organisation or fund, or other texts of one role, in the order they were stated in.
 */
record Names(List<ResolvedText> texts) {

  private static final int MAX_IN_LISTS = 160;
  private static final int MAX_IN_LINKS = 90;

  Names {
    texts = List.copyOf(texts);
  }

  /** The name to show: one in the reader's language if there is one, else the first; clipped. */
  Optional<String> shown(Language language) {
    List<ResolvedText> held = texts.stream().filter(text -> text.text() != null).toList();
    return held.stream()
        .filter(text -> language.code().equals(text.language()))
        .findFirst()
        .or(() -> held.stream().findFirst())
        .map(ResolvedText::text)
        .map(text -> clipped(text, MAX_IN_LINKS));
  }

  /** All of them, the one to show first. */
  List<PublicText> all(Language language) {
    return texts.stream()
        .map(text -> text(text, language))
        .sorted((a, b) -> Boolean.compare(isOf(language, b), isOf(language, a)))
        .toList();
  }

  /**
   * The one to show: in the reader's language, else the first that may be shown, else the first.
   */
  PublicText first(Language language) {
    List<PublicText> all = all(language);
    return all.stream()
        .filter(PublicText.Shown.class::isInstance)
        .findFirst()
        .orElseGet(all::getFirst);
  }

  /** A text as pages show it. */
  static PublicText text(ResolvedText resolved, Language language) {
    if (resolved.text() != null) {
      return new PublicText.Shown(resolved.text(), resolved.language());
    }
    LocalDate withdrawn = resolved.withdrawnOn();
    return withdrawn == null
        ? new PublicText.NotHeld()
        : new PublicText.Withdrawn(DateFormat.day(language, withdrawn));
  }

  /** A text of a line in a list, where a long one would push everything else away. */
  static PublicText brief(PublicText text) {
    return text instanceof PublicText.Shown(String words, String language)
        ? new PublicText.Shown(clipped(words, MAX_IN_LISTS), language)
        : text;
  }

  private static boolean isOf(Language language, PublicText text) {
    return text instanceof PublicText.Shown shown && language.code().equals(shown.language());
  }

  private static String clipped(String text, int most) {
    if (text.codePointCount(0, text.length()) <= most) {
      return text;
    }
    return text.substring(0, text.offsetByCodePoints(0, most - 1)).stripTrailing() + "…";
  }
}
