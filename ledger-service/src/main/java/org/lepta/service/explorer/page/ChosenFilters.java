package org.lepta.service.explorer.page;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import org.lepta.ui.format.DateFormat;
import org.lepta.ui.format.MoneyFormat;
import org.lepta.ui.view.ActiveFilter;
import org.lepta.ui.view.Filters;
import org.lepta.ui.view.OtherSide;

/** What a list is narrowed down to, each with the list that is left without it. */
final class ChosenFilters {

  private final View view;
  private final OtherSide side;
  private final ListFilters filters;
  private final String here;

  /**
   * The filters of a list.
   *
   * @param side who stands on the other side of its entries
   * @param here path of the list without language and filters
   */
  ChosenFilters(View view, OtherSide side, ListFilters filters, String here) {
    this.view = view;
    this.side = side;
    this.filters = filters;
    this.here = here;
  }

  /** In the order of the form; the two days of a whole year are one. */
  List<ActiveFilter> all() {
    List<ActiveFilter> all = new ArrayList<>();
    Integer year = filters.query(Set.of()).year();
    filters
        .asRecorded()
        .forEach((name, value) -> {
          if (year == null || !(name.equals("from") || name.equals("to"))) {
            all.add(active(label(name), shown(name, value), filters.without(name)));
          } else if (name.equals("from")) {
            all.add(active(view.texts().text("facet.year"), year.toString(), filters.ofAnyDay()));
          }
        });
    return all;
  }

  private ActiveFilter active(String label, String value, SequencedMap<String, String> rest) {
    return new ActiveFilter(label, value, view.path(here + Query.of(rest)));
  }

  private String label(String name) {
    return switch (name) {
      case "grant" -> view.texts().text("column.grant");
      case "unit" -> Filters.of(view.language()).chosenUnit();
      case "recipient" -> view.texts().label(side);
      case "fund", "organisation" -> view.texts().text("facet." + name);
      default -> view.texts().text("filter." + name);
    };
  }

  private String shown(String name, String value) {
    return switch (name) {
      case "from", "to" -> DateFormat.day(view.language(), LocalDate.parse(value)).text();
      case "unit" -> MoneyFormat.unitName(view.language(), value);
      default -> view.named(name, value);
    };
  }
}
