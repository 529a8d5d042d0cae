package org.lepta.ui.view;

import java.util.List;
import org.lepta.ui.text.Language;
import org.lepta.ui.text.Texts;

/** The groups of a search's hits as tables. Thread-safe. */
public final class SearchTables {
  private final Language language;
  private final Texts texts;

  private SearchTables(Language language) {
    this.language = language;
    this.texts = Texts.of(language);
  }

  public static SearchTables of(Language language) {
    return new SearchTables(language);
  }

  public String heading() {
    return texts.text("search.heading");
  }

  public String lead() {
    return texts.text("search.lead");
  }

  public Table exact(List<EntryRow> rows) {
    return named("table.searchExact", Tables.of(language).entries(rows));
  }

  public Table begins(List<EntryRow> rows) {
    return named("table.searchBegins", Tables.of(language).entries(rows));
  }

  public Table amounts(List<EntryRow> rows) {
    return named("table.searchAmounts", Tables.of(language).entries(rows));
  }

  public Table days(List<EntryRow> rows) {
    return named("table.searchDays", Tables.of(language).entries(rows));
  }

  public Table funds(List<FundRow> rows) {
    return named("table.searchFunds", Tables.of(language).funds(rows));
  }

  public Table titles(List<GrantRow> rows) {
    return named("table.searchTitles", Tables.of(language).grants(rows));
  }

  public Table organisations(List<Party.Organisation> rows) {
    return new TableOf<>(texts, rows)
        .who("column.organisation", row -> row)
        .text("column.id", Party.Organisation::id)
        .under("table.searchOrganisations", "empty.search");
  }

  private Table named(String caption, Table table) {
    return new Table(texts.text(caption), table.columns(), table.rows(), table.empty());
  }
}
