package org.lepta.service.explorer.page;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lepta.ledger.entry.Kind;
import org.lepta.ui.page.PageFrame;
import org.lepta.ui.page.Preview;
import org.lepta.ui.text.Language;
import org.lepta.ui.view.PublicText;
import org.lepta.ui.view.Section;

/** What surrounds each page. */
final class Frames {

  private Frames() {}

  static PageFrame of(
      Standing standing,
      Language language,
      String title,
      String description,
      String path,
      @Nullable Section section) {
    return of(standing, language, title, description, path, "", section);
  }

  /** The same of a page with a query: empty, or {@code ?} and the rest. */
  static PageFrame of(
      Standing standing,
      Language language,
      String title,
      String description,
      String path,
      String query,
      @Nullable Section section) {
    return new PageFrame(
        language,
        title,
        description,
        path,
        query,
        section,
        standing.freshness(language),
        standing.notice(language),
        null,
        new Preview(standing.site(), PagePaths.hasCard(path)));
  }

  /** The section of the menu in which pages of a kind stand. */
  static @Nullable Section section(Kind kind) {
    return switch (kind) {
      case FUND -> Section.FUNDS;
      case GRANT -> Section.GRANTS;
      case DONATION -> Section.DONATIONS;
      case DISBURSEMENT -> Section.DISBURSEMENTS;
      default -> null;
    };
  }

  /** A text where only words can stand. */
  static Optional<String> words(PublicText text) {
    return Names.brief(text) instanceof PublicText.Shown shown
        ? Optional.of(shown.text())
        : Optional.empty();
  }
}
