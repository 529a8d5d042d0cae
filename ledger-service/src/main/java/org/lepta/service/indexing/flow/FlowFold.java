package org.lepta.service.indexing.flow;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.lepta.ledger.entry.Flow;
import org.lepta.ledger.entry.Grant;
import org.lepta.service.indexing.Contribution;
import org.lepta.service.indexing.Measure;
import org.lepta.service.indexing.Sum;

/** Adds entries up by scope and party, by year, and by size of grant. Not thread-safe. */
public final class FlowFold {

  /** Money of one kind of fund in one unit: what may stand in one sum. */
  public record Pot(Scope scope, boolean managed, String unit) {}

  /** Key of {@code party_flow}. */
  public record PartyKey(Pot pot, Side side, String party) {}

  /** Key of {@code year_sum}; the year is 0 where there is no date. */
  public record YearKey(Pot pot, int year, Measure measure) {}

  /** Key of {@code grant_size}: grants as first awarded, whatever was amended or corrected. */
  public record SizeKey(Pot pot, int digits) {}

  private final Map<PartyKey, Sum> parties = new HashMap<>();
  private final Map<YearKey, Sum> years = new HashMap<>();
  private final Map<SizeKey, Sum> sizes = new HashMap<>();

  /** Takes an entry that had effect, in any order. */
  public void add(FlowEntry entry) {
    Flow flow = entry.flow();
    for (Scope scope : Scope.of(flow.fund(), entry.owner())) {
      for (Contribution c : Contribution.of(flow)) {
        Pot pot = new Pot(scope, entry.managed(), c.unit().code());
        Sum sum = Sum.of(c.amount());
        years.merge(new YearKey(pot, entry.year(), c.measure()), sum, Sum::plus);
        Side side = Side.of(c.measure());
        if (side != null) {
          parties.merge(new PartyKey(pot, side, entry.party()), sum, Sum::plus);
        }
      }
      if (flow instanceof Grant grant) {
        BigDecimal amount = grant.amount().toBigDecimal();
        Pot pot = new Pot(scope, entry.managed(), grant.unit().code());
        sizes.merge(new SizeKey(pot, digits(amount)), Sum.of(amount), Sum::plus);
      }
    }
  }

  /** Digits before the point; 0 below 1. */
  static int digits(BigDecimal amount) {
    return Math.max(0, amount.precision() - amount.scale());
  }

  public Map<PartyKey, Sum> parties() {
    return parties;
  }

  public Map<YearKey, Sum> years() {
    return years;
  }

  public Map<SizeKey, Sum> sizes() {
    return sizes;
  }
}
