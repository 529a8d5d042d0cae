package org.lepta.service.explorer.page;

import java.util.List;
import org.lepta.service.indexing.matching.Counterpart;
import org.lepta.ui.view.Link;
import org.lepta.ui.view.MatchRow;
import org.lepta.ui.view.MatchState;
import org.lepta.ui.view.Party;

/** What a fund and the other sides state about the money between them, as its page shows it. */
final class FundMatches {

  private static final int LINES = 20;

  private final View view;
  private final List<Counterpart> counterparts;

  FundMatches(View view, List<Counterpart> counterparts) {
    this.view = view;
    this.counterparts = counterparts;
  }

  /** Adds whose names {@link #of} needs. */
  static void addNames(NameBooks names, List<Counterpart> counterparts) {
    for (Counterpart counterpart : counterparts) {
      names.funds(counterpart.otherFunds());
      if (counterpart.otherOwner() != null) {
        names.organisation(counterpart.otherOwner());
      }
    }
  }

  /** The largest ones, conflicts first. */
  List<MatchRow> of(boolean gives, Link entries) {
    return counterparts.stream()
        .filter(counterpart -> counterpart.gives() == gives)
        .limit(LINES)
        .map(counterpart -> row(counterpart, entries))
        .toList();
  }

  private MatchRow row(Counterpart c, Link entries) {
    return new MatchRow(
        other(c),
        view.money(c.unit(), c.here()),
        c.there() == null ? null : view.money(c.unit(), c.there()),
        c.there() == null || c.difference().signum() == 0
            ? null
            : view.money(c.unit(), c.difference().abs()),
        MatchState.valueOf(c.state().name()),
        entries);
  }

  /** The fund or the organisation at the other side. */
  Party other(Counterpart c) {
    if (c.otherFunds().size() == 1) {
      return view.fundAsParty(c.otherFunds().iterator().next());
    }
    return c.otherOwner() == null ? new Party.NotStated() : view.organisation(c.otherOwner());
  }
}
