package org.lepta.ui.card;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lepta.ui.text.Language;
import org.lepta.ui.text.Texts;
import org.lepta.ui.view.Figure;

/**
 * What stands on the picture by which other programs show a link to a page. It names no person.
 *
 * @param kicker what the page is of, in a word or two
 * @param name of it, in any script and of any length
 * @param id shown where the font has no letter of the name
 * @param note a line under the name
 * @param figures of one unit; the first ones are shown, as many as have room
 * @param entries size of the log that the figures reach to, ready to be shown
 */
public record Card(
    Language language,
    String kicker,
    String name,
    String id,
    @Nullable String note,
    List<Figure> figures,
    String entries) {

  private static final int MOST_FIGURES = 3;

  /** Leaves out the figures that have no room. */
  public Card {
    figures = figures.stream().limit(MOST_FIGURES).toList();
  }

  /** The note where only one of several units is shown: they are never added. */
  public static String onlyIn(Language language, String unit) {
    return Texts.of(language).text("card.units", unit);
  }

  String asOf() {
    return Texts.of(language).text("card.asOf", entries);
  }
}
