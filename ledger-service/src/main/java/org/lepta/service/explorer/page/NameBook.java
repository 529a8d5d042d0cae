package org.lepta.service.explorer.page;

import java.util.Map;
import org.lepta.ui.text.Language;

/**
 * The names that one page needs, looked up together. A name that may not be shown, or that this
 * service does not hold, is replaced by the id.
 */
record NameBook(Map<String, Names> organisations, Map<String, Names> funds) {

  static final NameBook EMPTY = new NameBook(Map.of(), Map.of());

  NameBook {
    organisations = Map.copyOf(organisations);
    funds = Map.copyOf(funds);
  }

  String organisation(String id, Language language) {
    return name(organisations, id, language);
  }

  String fund(String id, Language language) {
    return name(funds, id, language);
  }

  private static String name(Map<String, Names> of, String id, Language language) {
    Names names = of.get(id);
    return names == null ? id : names.shown(language).orElse(id);
  }
}
