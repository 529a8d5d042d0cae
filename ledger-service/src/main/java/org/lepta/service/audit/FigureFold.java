package org.lepta.service.audit;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.lepta.ledger.entry.Flag;
import org.lepta.ledger.entry.Flow;
import org.lepta.ledger.entry.Kind;
import org.lepta.ledger.entry.Leaf;
import org.lepta.service.indexing.Contribution;
import org.lepta.service.indexing.EntryFacts;
import org.lepta.service.indexing.FundFacts;
import org.lepta.service.indexing.LeafState;
import org.lepta.service.indexing.Measure;
import org.lepta.service.indexing.read.GrantTotals;
import org.lepta.service.indexing.read.JointTotals;
import org.lepta.service.indexing.read.Totals;

/**
 * Adds entries up by kind to the totals of docs/reference/postings section 3. Grows with funds,
 * grants and units. Not thread-safe.
 */
final class FigureFold {

  private static final Totals.Seen NOT_COMPARED = new Totals.Seen(BigDecimal.ZERO, BigDecimal.ZERO);

  /** The sums of one fund, or of one grant, by unit. */
  private static final class Sums extends TreeMap<String, Map<Measure, BigDecimal>> {

    private static final long serialVersionUID = 1L;

    void add(Contribution c) {
      computeIfAbsent(c.unit().code(), unit -> new EnumMap<>(Measure.class))
          .merge(c.measure(), c.amount(), BigDecimal::add);
    }
  }

  private final LeafState state;
  private final Map<Kind, Long> counts = new EnumMap<>(Kind.class);
  private final Map<String, Sums> funds = new TreeMap<>();
  private final Map<String, Map<String, Sums>> grants = new TreeMap<>();

  FigureFold(LeafState state) {
    this.state = state;
  }

  void add(Leaf leaf) {
    if (!leaf.flags().contains(Flag.REPEAT)) {
      counts.merge(leaf.entry().kind(), 1L, Long::sum);
    }
    if (!leaf.postings().isEmpty() && leaf.entry().body() instanceof Flow flow) {
      String grant = EntryFacts.of(leaf.entry()).grant();
      for (Contribution c : Contribution.of(flow)) {
        funds.computeIfAbsent(flow.fund(), fund -> new Sums()).add(c);
        if (grant != null) {
          grants
              .computeIfAbsent(flow.fund(), fund -> new TreeMap<>())
              .computeIfAbsent(grant, id -> new Sums())
              .add(c);
        }
      }
    }
  }

  /** Entries by kind, repeats left out. */
  Map<Kind, Long> counts() {
    return counts;
  }

  /** What the kinds of a fund add up to, by unit and measure. */
  Map<String, Map<Measure, BigDecimal>> sums(String fund) {
    return funds.getOrDefault(fund, new Sums());
  }

  Iterable<String> funds() {
    return funds.keySet();
  }

  /** The figures of a fund, one line per unit. */
  List<Totals> fund(String fund) {
    List<Totals> lines = new ArrayList<>();
    sums(fund)
        .forEach((unit, sums) -> lines.add(Totals.of(unit, isManaged(fund), sums, NOT_COMPARED)));
    return lines;
  }

  private boolean isManaged(String fund) {
    return state.fund(fund).map(FundFacts::isManaged).orElse(false);
  }

  /** The figures of all funds of an organisation added up. */
  List<Totals> organisation(String id) {
    return joint(fund -> state.fund(fund).map(f -> f.owner().equals(id)).orElse(false));
  }

  JointTotals all() {
    return new JointTotals(joint(this::isManaged), joint(fund -> !isManaged(fund)));
  }

  private List<Totals> joint(Predicate<String> which) {
    List<Totals> lines = new ArrayList<>();
    funds.keySet().stream().filter(which).forEach(fund -> lines.addAll(fund(fund)));
    return JointTotals.sum(lines);
  }

  /** The figures of a grant, one line per unit. */
  List<GrantTotals> grant(String fund, String id) {
    List<GrantTotals> lines = new ArrayList<>();
    grants
        .getOrDefault(fund, Map.of())
        .getOrDefault(id, new Sums())
        .forEach((unit, sums) ->
            lines.add(GrantTotals.of(unit, isManaged(fund), sums, BigDecimal.ZERO)));
    return lines;
  }
}
