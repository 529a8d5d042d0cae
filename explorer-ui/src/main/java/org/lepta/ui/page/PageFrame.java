package org.lepta.ui.page;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.lepta.ui.text.Language;
import org.lepta.ui.text.Texts;
import org.lepta.ui.view.AsKnown;
import org.lepta.ui.view.Freshness;
import org.lepta.ui.view.Notice;
import org.lepta.ui.view.Section;
import org.lepta.ui.view.Tables;

/**
 * What all pages share.
 *
 * @param language of the page
 * @param title of the page without the product's name
 * @param description one sentence for search engines and link previews
 * @param path canonical path without the language, for example {@code /funds}; {@code /} is the
 *     overview
 * @param query the query to keep when the language changes: empty, or {@code ?} and the rest
 * @param section the menu's current section, if the page belongs to one
 * @param freshness how far the figures reach; absent where the page has none
 * @param ended that the ledger goes on elsewhere; absent while it goes on here
 * @param asKnown of which size of the log the figures are; absent on pages of now only
 * @param preview how other programs show a link to the page; absent where nobody should link
 */
public record PageFrame(
    Language language,
    String title,
    String description,
    String path,
    String query,
    @Nullable Section section,
    @Nullable Freshness freshness,
    @Nullable Notice ended,
    @Nullable AsKnown asKnown,
    @Nullable Preview preview) {
  /**
   * @throws IllegalArgumentException if the path or the query is not of the form above
   */
  public PageFrame {
    if (!path.startsWith("/") || path.startsWith("//") || path.indexOf('\\') >= 0) {
      throw new IllegalArgumentException("not a page path: " + path);
    }
    if (!query.isEmpty() && !query.startsWith("?")) {
      throw new IllegalArgumentException("not a query: " + query);
    }
  }

  /** The same page of a known size of the log, with the query that names it. */
  public PageFrame asKnown(String of, AsKnown known) {
    return new PageFrame(
        language, title, description, path, of, section, freshness, ended, known, preview);
  }

  /** That the figures are of an earlier size of the log; absent if they are of now. */
  public AsKnown.@Nullable Then then() {
    return asKnown == null ? null : asKnown.then();
  }

  /** The texts of the page's language. */
  public Texts texts() {
    return Texts.of(language);
  }

  /** The tables of the page's language. */
  public Tables tables() {
    return Tables.of(language);
  }

  /** This page, with its query, in the given language. */
  public String in(Language other) {
    return other.path(path) + query;
  }

  /** The address of this page without its query, by which search engines know it. */
  public String canonical() {
    return language.path(path);
  }

  /** Where the picture of this page is, without the site. */
  public String card() {
    return (path.equals("/") ? language.path("") : canonical()) + "/card.png";
  }

  /** The first page of a section in this language. */
  public String home(Section of) {
    return language.path(of == Section.OVERVIEW ? "/" : "/" + of.name().toLowerCase(Locale.ROOT));
  }
}
