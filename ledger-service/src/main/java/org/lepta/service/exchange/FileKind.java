package org.lepta.service.exchange;

import java.util.Arrays;
import java.util.Optional;

/** The kinds of file that can be imported. */
public enum FileKind {
  /** 360Giving JSON, a package or a bare list of grants. */
  THREE_SIXTY_GIVING("360giving-json"),
  /** IATI activity XML 2.01 to 2.03. */
  IATI_ACTIVITIES("iati-xml");

  private final String word;

  FileKind(String word) {
    this.word = word;
  }

  /** The word on the command line and in reports. */
  public String word() {
    return word;
  }

  /** The kind of a word; empty if there is none. */
  public static Optional<FileKind> ofWord(String word) {
    return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst();
  }
}
