package org.lepta.ui.page;

import org.jspecify.annotations.Nullable;
import org.lepta.ui.text.Language;
import org.lepta.ui.text.Texts;

/**
 * A small picture of a fund for the pages of others.
 *
 * @param name of the fund, as long as there is room for
 * @param says what is known of it
 * @param nameWidth of the left part in pixels
 * @param saysWidth of the right part in pixels
 */
public record Badge(Language language, String name, String says, int nameWidth, int saysWidth) {

  private static final int LONGEST_NAME = 40;

  /** Wide enough for a letter of any alphabet here at 12 pixels. */
  private static final int LETTER = 8;

  private static final int PADDING = 20;

  /**
   * A badge.
   *
   * @param paidOut ready share or sum that was paid out; null where nothing moved
   * @param entries size of the log, ready to be shown
   */
  public static Badge of(Language language, String name, @Nullable String paidOut, String entries) {
    Texts texts = Texts.of(language);
    String says =
        paidOut == null
            ? texts.text("badge.nothing", entries)
            : texts.text("badge.paidOut", paidOut, entries);
    String brief =
        name.codePointCount(0, name.length()) <= LONGEST_NAME
            ? name
            : name.substring(0, name.offsetByCodePoints(0, LONGEST_NAME - 1)).stripTrailing() + "…";
    return new Badge(language, brief, says, width(brief), width(says));
  }

  private static int width(String text) {
    return LETTER * text.codePointCount(0, text.length()) + PADDING;
  }

  /** What it says, for those who do not see it. */
  public String spoken() {
    return name + ": " + says;
  }
}
