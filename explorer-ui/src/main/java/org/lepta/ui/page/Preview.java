package org.lepta.ui.page;

import org.lepta.ui.text.Language;

/**
 * What other programs need to show a link to a page (the Open Graph protocol).
 *
 * @param site where the pages are, such as {@code https://ledger.example.org}
 * @param card whether the page has a picture
 */
public record Preview(String site, boolean card) {

  /** The language as that protocol names it. */
  public static String locale(Language language) {
    return switch (language) {
      case RU -> "ru_RU";
      case EN -> "en_GB";
    };
  }
}
