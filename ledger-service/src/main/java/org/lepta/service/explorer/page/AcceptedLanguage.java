package org.lepta.service.explorer.page;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lepta.ui.text.Language;

/** Chooses a language of the pages by the header {@code Accept-Language} (RFC 9110, 12.5.4). */
final class AcceptedLanguage {

  /** Longer headers are not read: no browser sends them. */
  private static final int MAX_LENGTH = 1_000;

  private AcceptedLanguage() {}

  /**
   * The language the reader likes best; English if none of ours is named or nothing is readable.
   */
  static Language of(@Nullable String header) {
    if (header == null || header.isBlank() || header.length() > MAX_LENGTH) {
      return Language.EN;
    }
    try {
      return best(Locale.LanguageRange.parse(header)).orElse(Language.EN);
    } catch (IllegalArgumentException e) {
      return Language.EN;
    }
  }

  /** The ranges come sorted by their weight. */
  private static Optional<Language> best(List<Locale.LanguageRange> ranges) {
    return ranges.stream()
        .filter(range -> range.getWeight() > 0)
        .map(range -> range.getRange().split("-", 2)[0])
        .flatMap(code -> Language.find(code).stream())
        .findFirst();
  }
}
