package org.lepta.ui.text;

import java.util.Optional;

/** A language of the interface. The code is its path segment and its {@code lang} attribute. */
public enum Language {
  RU("ru", "Русский"),
  EN("en", "English");

  private final String code;
  private final String ownName;

  Language(String code, String ownName) {
    this.code = code;
    this.ownName = ownName;
  }

  /** The language with exactly this lower-case code, or empty. */
  public static Optional<Language> find(String code) {
    for (Language language : values()) {
      if (language.code.equals(code)) {
        return Optional.of(language);
      }
    }
    return Optional.empty();
  }

  /** BCP 47 code in lower case, for example {@code ru}. */
  public String code() {
    return code;
  }

  /** The name of the language in the language itself. */
  public String ownName() {
    return ownName;
  }

  /** The path of a page in this language: {@code /ru/funds} for {@code /funds}. */
  public String path(String pagePath) {
    return "/" + code + pagePath;
  }
}
