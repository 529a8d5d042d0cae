package org.lepta.service.sample;

import java.util.List;
import org.lepta.service.submission.PlainText;

/** A text in Russian and in English. */
record Bilingual(String russian, String english) {

  /** Both texts in one role, the Russian one first. */
  List<PlainText> as(String role) {
    return List.of(new PlainText(role, "ru", russian), new PlainText(role, "en", english));
  }

  /** This text with a part of it filled in, in both languages. */
  Bilingual with(Bilingual part) {
    return new Bilingual(
        russian.replace("{}", part.russian()), english.replace("{}", part.english()));
  }
}
