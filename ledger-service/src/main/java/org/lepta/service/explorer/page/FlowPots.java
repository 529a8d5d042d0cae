package org.lepta.service.explorer.page;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lepta.ledger.entry.Kind;
import org.lepta.service.indexing.flow.FlowFold.Pot;
import org.lepta.service.indexing.read.FlowReader;
import org.lepta.service.indexing.read.ReadCode;
import org.lepta.ui.format.MoneyFormat;
import org.lepta.ui.view.Link;

/**
 * The pots that a flow picture or its analytics show: those of one unit, managed and reported
 * apart.
 *
 * @param flows what is known of them
 * @param all of the fund, the organisation or the ledger
 * @param unit the one asked for, else the one with most entries; null where nothing moved
 */
record FlowPots(FlowQuery query, FlowReader flows, List<Pot> all, @Nullable String unit) {

  FlowPots {
    all = List.copyOf(all);
  }

  /**
   * @throws org.lepta.service.kernel.RefusalException with {@link ReadCode#NOT_FOUND} if the fund
   *     or the organisation is not on the ledger
   */
  static FlowPots of(Sources sources, FlowQuery query, @Nullable Long at) {
    if (query.fund() != null) {
      require(sources, Kind.FUND, query.fund(), at);
    } else if (query.organisation() != null) {
      require(sources, Kind.ORGANISATION, query.organisation(), at);
    }
    return ofKnown(sources, query, at);
  }

  /** The same of a fund or an organisation that is known to be on the ledger. */
  static FlowPots ofKnown(Sources sources, FlowQuery query, @Nullable Long at) {
    FlowReader flows = sources.flows().of(query.scope(), at);
    List<Pot> all = flows.pots(query.scope());
    String unit =
        query.unit() != null ? query.unit() : all.stream().findFirst().map(Pot::unit).orElse(null);
    return new FlowPots(query, flows, all, unit);
  }

  private static void require(Sources sources, Kind kind, String id, @Nullable Long at) {
    if (sources.entries().find(kind, id).filter(e -> at == null || e.index() < at).isEmpty()) {
      throw unknown();
    }
  }

  static RuntimeException unknown() {
    return ReadCode.NOT_FOUND.refusal("Nothing is recorded under this id.");
  }

  List<Pot> shown() {
    return all.stream().filter(pot -> pot.unit().equals(unit)).toList();
  }

  NameBooks names() {
    NameBooks wanted = new NameBooks();
    if (query.fund() != null) {
      wanted.funds(List.of(query.fund()));
    } else if (query.organisation() != null) {
      wanted.organisation(query.organisation());
    }
    return wanted;
  }

  /** The page of what is shown; null for the whole ledger. */
  @Nullable Link of(View view) {
    if (query.fund() != null) {
      return view.fund(query.fund());
    }
    return Optional.ofNullable(query.organisation())
        .map(view::organisation)
        .map(who -> new Link(who.name(), who.href()))
        .orElse(null);
  }

  /** The same page in the other units. */
  List<Link> others(View view, String page) {
    return all.stream()
        .map(Pot::unit)
        .distinct()
        .filter(other -> !other.equals(unit))
        .map(other ->
            new Link(
                MoneyFormat.unitName(view.language(), other),
                view.path("/" + page + query.ofUnit(other))))
        .toList();
  }
}
