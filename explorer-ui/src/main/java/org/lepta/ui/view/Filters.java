package org.lepta.ui.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.lepta.ui.format.MoneyFormat;
import org.lepta.ui.text.Language;
import org.lepta.ui.text.Texts;

/** Filters of lists; the names are the query parameters of the read API. Thread-safe. */
public final class Filters {
  private final Texts texts;

  private Filters(Language language) {
    this.texts = Texts.of(language);
  }

  public static Filters of(Language language) {
    return new Filters(language);
  }

  /** Begin of an id, or words of an organisation's name. */
  public Filter search(String value) {
    return new Filter.Text("q", texts.text("filter.q"), value);
  }

  /** Organisation by identifier, as owner of the fund or as giver. */
  public Filter organisation(String value) {
    return new Filter.Text("organisation", byId(texts.text("facet.organisation")), value);
  }

  /** Organisation on the other side, by identifier. */
  public Filter otherSide(OtherSide side, String value) {
    return new Filter.Text("recipient", byId(texts.label(side)), value);
  }

  public Filter fund(String value) {
    return new Filter.Text("fund", byId(texts.text("facet.fund")), value);
  }

  /** Earliest business date, inclusive; ISO 8601 or empty. */
  public Filter from(String value) {
    return new Filter.Day("from", texts.text("filter.from"), value);
  }

  /** First business date after the selection; ISO 8601 or empty. */
  public Filter to(String value) {
    return new Filter.Day("to", texts.text("filter.to"), value);
  }

  /** Size of the log from which on the entries were recorded; a number or empty. */
  public Filter since(String value) {
    return new Filter.Text("since", texts.text("filter.since"), value);
  }

  /** Least amount, inclusive; a decimal or empty. */
  public Filter minAmount(String value) {
    return new Filter.Text("minAmount", texts.text("filter.minAmount"), value);
  }

  /** Greatest amount, inclusive; a decimal or empty. */
  public Filter maxAmount(String value) {
    return new Filter.Text("maxAmount", texts.text("filter.maxAmount"), value);
  }

  /** Unit by code; the empty string selects all. */
  public Filter unit(List<String> units, String selected) {
    List<Filter.Option> options = new ArrayList<>();
    options.add(all(selected));
    for (String unit : units) {
      String name = MoneyFormat.unitName(texts.language(), unit);
      options.add(new Filter.Option(unit, name, unit.equals(selected)));
    }
    return new Filter.Choice("unit", texts.text("filter.unitToSort"), options);
  }

  /** Managed or reported; null selects both. */
  public Filter mode(@Nullable FundMode selected) {
    List<Filter.Option> options = new ArrayList<>();
    options.add(all(selected == null ? "" : selected.name()));
    for (FundMode mode : FundMode.values()) {
      String value = mode.name().toLowerCase(Locale.ROOT);
      options.add(new Filter.Option(value, texts.label(mode), mode == selected));
    }
    return new Filter.Choice("mode", texts.text("filter.mode"), options);
  }

  /** Entries by kind. */
  public Facet kinds(List<Facet.Choice> choices) {
    return new Facet(texts.text("facet.kind"), choices);
  }

  /** Entries by unit. */
  public Facet units(List<Facet.Choice> choices) {
    return new Facet(texts.text("facet.unit"), choices);
  }

  /** Entries by year of their business date. */
  public Facet years(List<Facet.Choice> choices) {
    return new Facet(texts.text("facet.year"), choices);
  }

  /** Entries by the organisation that owns the fund or stated them; all or those with the most. */
  public Facet organisations(List<Facet.Choice> choices, boolean all) {
    return first(texts.text("facet.organisation"), choices, all);
  }

  /** Entries by fund; all or those with the most. */
  public Facet funds(List<Facet.Choice> choices, boolean all) {
    return first(texts.text("facet.fund"), choices, all);
  }

  /** Entries by the organisation on the other side; all or those with the most. */
  public Facet otherSides(OtherSide side, List<Facet.Choice> choices, boolean all) {
    return first(texts.label(side), choices, all);
  }

  private Facet first(String name, List<Facet.Choice> choices, boolean all) {
    String first = texts.text("facet.first", name, Integer.toString(choices.size()));
    return new Facet(all ? name : first, choices);
  }

  /**
   * The list from its other end.
   *
   * @param byAmount whether it is sorted by amount
   * @param ascending whether it begins with the oldest or least
   */
  public Link turned(boolean byAmount, boolean ascending, String href) {
    String key =
        byAmount
            ? ascending ? "list.greatestFirst" : "list.leastFirst"
            : ascending ? "list.newestFirst" : "list.oldestFirst";
    return new Link(texts.text(key), href);
  }

  /** What the unit is called where it is chosen. */
  public String chosenUnit() {
    return texts.text("filter.unit");
  }

  /** That what is left by each choice is not counted. */
  public String uncounted() {
    return texts.text("list.uncounted");
  }

  /** By which of their amounts grants are sorted. */
  public String byAward() {
    return texts.text("list.byAward");
  }

  /** The list as it stands in the log. */
  public Link asRecorded(String href) {
    return new Link(texts.text("list.asRecorded"), href);
  }

  private String byId(String what) {
    return texts.text("filter.byId", what);
  }

  private Filter.Option all(String selected) {
    return new Filter.Option("", texts.text("filter.all"), selected.isEmpty());
  }
}
