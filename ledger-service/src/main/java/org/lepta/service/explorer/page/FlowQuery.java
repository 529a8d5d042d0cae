package org.lepta.service.explorer.page;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.lepta.ledger.money.Units;
import org.lepta.service.indexing.Sum;
import org.lepta.service.indexing.flow.FlowFold.Pot;
import org.lepta.service.indexing.flow.Scope;
import org.lepta.service.indexing.flow.Side;
import org.lepta.service.indexing.read.EntryQuery;
import org.lepta.service.indexing.read.Ranked;
import org.lepta.service.indexing.read.ReadCode;

/**
 * What a flow picture is asked for: a fund, or else an organisation, or else the whole ledger.
 *
 * @param side whose ranking is asked for; null asks for the picture
 * @param managed whose ranking it is
 * @param after the organisation behind which the ranking goes on
 */
record FlowQuery(
    @Nullable String fund,
    @Nullable String organisation,
    @Nullable String unit,
    @Nullable Side side,
    boolean managed,
    Ranked.@Nullable PartySum after) {

  private static final String MANAGED = "managed";
  private static final String REPORTED = "reported";

  /** The pictures of a fund. */
  static FlowQuery fund(String id) {
    return new FlowQuery(id, null, null, null, false, null);
  }

  /**
   * Reads the parameters of a request; others than these are left alone.
   *
   * @throws org.lepta.service.kernel.RefusalException with {@link ReadCode#FILTER_INVALID}
   */
  static FlowQuery of(Map<String, String[]> parameters) {
    String unit = ListFilters.single(parameters, "unit");
    if (unit != null && !Units.isKnown(unit)) {
      throw ListFilters.invalid("unit");
    }
    String mode = ListFilters.single(parameters, "mode");
    if (mode != null && !mode.equals(MANAGED) && !mode.equals(REPORTED)) {
      throw ListFilters.invalid("mode");
    }
    Side side = side(ListFilters.single(parameters, "side"));
    if (side != null && unit == null) {
      throw ListFilters.invalid("unit");
    }
    return new FlowQuery(
        ListFilters.single(parameters, "fund"),
        ListFilters.single(parameters, "organisation"),
        unit,
        side,
        MANAGED.equals(mode),
        after(ListFilters.single(parameters, "after")));
  }

  Scope scope() {
    if (fund != null) {
      return Scope.fund(fund);
    }
    return organisation == null ? Scope.LEDGER : Scope.owner(organisation);
  }

  /** The entries of the fund, the organisation or the ledger. */
  EntryQuery entries() {
    return fund != null ? EntryQuery.ALL.fund(fund) : EntryQuery.ALL.organisation(organisation);
  }

  /** The same of one unit, as the part of an address behind the path. */
  String ofUnit(@Nullable String other) {
    return Query.of(parameters(other));
  }

  /** The ranking of a pot's side, as the part of an address behind the path. */
  String ranking(Pot pot, Side of, Ranked.@Nullable PartySum from) {
    SequencedMap<String, String> query = parameters(pot.unit());
    query.put("mode", pot.managed() ? MANAGED : REPORTED);
    query.put("side", of.label());
    if (from != null) {
      query.put("after", View.plain(from.sum().amount()) + ' ' + from.organisation());
    }
    return Query.of(query);
  }

  private SequencedMap<String, String> parameters(@Nullable String ofUnit) {
    SequencedMap<String, String> query = new LinkedHashMap<>();
    if (fund != null) {
      query.put("fund", fund);
    } else if (organisation != null) {
      query.put("organisation", organisation);
    }
    if (ofUnit != null) {
      query.put("unit", ofUnit);
    }
    return query;
  }

  private static @Nullable Side side(@Nullable String label) {
    if (label == null) {
      return null;
    }
    for (Side side : Side.values()) {
      if (side.label().equals(label)) {
        return side;
      }
    }
    throw ListFilters.invalid("side");
  }

  private static Ranked.@Nullable PartySum after(@Nullable String cursor) {
    if (cursor == null) {
      return null;
    }
    int space = cursor.indexOf(' ');
    String amount = space < 0 ? "" : cursor.substring(0, space);
    if (!amount.matches("-?[0-9]{1,25}(\\.[0-9]{1,4})?")) {
      throw ListFilters.invalid("after");
    }
    return new Ranked.PartySum(cursor.substring(space + 1), new Sum(new BigDecimal(amount), 0));
  }
}
