package org.lepta.service.explorer.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import org.lepta.ledger.entry.Kind;
import org.lepta.service.indexing.read.Facets;
import org.lepta.service.indexing.read.NameFacets;
import org.lepta.ui.format.CountFormat;
import org.lepta.ui.format.MoneyFormat;
import org.lepta.ui.view.Facet;
import org.lepta.ui.view.Filters;
import org.lepta.ui.view.OtherSide;

/** What a list can be narrowed down to, as links with counts. */
final class ListFacets {

  private static final int MOST = 16;

  private final View view;
  private final ListFilters filters;
  private final String here;

  /**
   * Facets of a list.
   *
   * @param here path of the list without language and filters
   */
  ListFacets(View view, ListFilters filters, String here) {
    this.view = view;
    this.filters = filters;
    this.here = here;
  }

  /**
   * The facets that leave something to choose.
   *
   * @param side who stands on the other side of its entries
   */
  List<Facet> of(OtherSide side, Optional<Facets.Counts> counted, NameFacets.Counts names) {
    Filters labelled = Filters.of(view.language());
    List<Facet> facets = new ArrayList<>();
    counted.ifPresent(counts -> {
      facets.add(labelled.kinds(kinds(counts.kinds())));
      facets.add(labelled.units(units(counts.units())));
      facets.add(labelled.years(years(counts.years())));
    });
    NameFacets.Largest organisations = names.organisations();
    facets.add(labelled.organisations(named("organisation", organisations), organisations.isAll()));
    facets.add(labelled.funds(named("fund", names.funds()), names.funds().isAll()));
    NameFacets.Largest others = names.recipients();
    facets.add(labelled.otherSides(side, named("recipient", others), others.isAll()));
    return facets.stream().filter(facet -> facet.choices().size() > 1).toList();
  }

  /** Lists of one kind have one kind, which leaves no choice. */
  private List<Facet.Choice> kinds(Map<Kind, Long> counts) {
    return counts.entrySet().stream()
        .sorted(Map.Entry.<Kind, Long>comparingByValue().reversed())
        .map(kind ->
            choice(
                view.texts().text(Kinds.shown(kind.getKey()).pluralKey()),
                kind.getValue(),
                "/" + kind.getKey().plural() + Query.of(filters.values()),
                false))
        .toList();
  }

  private List<Facet.Choice> units(Map<String, Long> counts) {
    return counts.entrySet().stream()
        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
        .limit(MOST)
        .map(unit -> {
          boolean chosen = unit.getKey().equals(filters.get("unit"));
          SequencedMap<String, String> to =
              chosen ? filters.without("unit") : filters.with("unit", unit.getKey());
          String name = MoneyFormat.unitName(view.language(), unit.getKey());
          return choice(name, unit.getValue(), here + Query.of(to), chosen);
        })
        .toList();
  }

  private List<Facet.Choice> years(Map<Integer, Long> counts) {
    Integer chosenYear = filters.query(Set.of()).year();
    return counts.entrySet().stream()
        .limit(MOST)
        .map(year -> {
          boolean chosen = year.getKey().equals(chosenYear);
          SequencedMap<String, String> to =
              chosen ? filters.ofAnyDay() : filters.ofYear(year.getKey());
          return choice(
              Integer.toString(year.getKey()), year.getValue(), here + Query.of(to), chosen);
        })
        .toList();
  }

  private List<Facet.Choice> named(String filter, NameFacets.Largest largest) {
    return largest.counts().entrySet().stream()
        .map(name -> {
          String id = name.getKey();
          boolean chosen = id.equals(filters.get(filter));
          SequencedMap<String, String> to =
              chosen ? filters.without(filter) : filters.with(filter, id);
          return choice(view.named(filter, id), name.getValue(), here + Query.of(to), chosen);
        })
        .toList();
  }

  private Facet.Choice choice(String label, long count, String page, boolean chosen) {
    return new Facet.Choice(
        label, CountFormat.number(view.language(), count), view.path(page), chosen);
  }
}
