package org.lepta.ui.page;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lepta.ui.view.ActiveFilter;
import org.lepta.ui.view.Facet;
import org.lepta.ui.view.Filter;
import org.lepta.ui.view.Link;
import org.lepta.ui.view.Table;

/**
 * Any list: filters, one table, the way to older lines, and the same selection as CSV.
 *
 * @param heading of the page
 * @param note what the reader must know about the list, if anything
 * @param action target of the filter form
 * @param at size of the log that the form keeps; absent for now
 * @param facets with exact counts; none for a selection that is too large to be counted
 * @param orders the same list in other orders, first from the other end
 * @param newestHref back to the newest lines; absent on the first page
 * @param olderHref the next lines; absent on the last page
 * @param csvHref the whole selection
 * @param jsonHref the same as JSON, page by page
 */
public record ListPage(
    PageFrame frame,
    String heading,
    @Nullable String note,
    String action,
    @Nullable String at,
    List<Filter> filters,
    List<ActiveFilter> active,
    List<Facet> facets,
    Table table,
    List<Link> orders,
    @Nullable String newestHref,
    @Nullable String olderHref,
    String csvHref,
    String jsonHref) {
  public ListPage {
    filters = List.copyOf(filters);
    active = List.copyOf(active);
    facets = List.copyOf(facets);
    orders = List.copyOf(orders);
  }
}
