package org.lepta.service.indexing.read;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.lepta.ledger.entry.Flow;
import org.lepta.ledger.entry.Grant;
import org.lepta.service.indexing.Contribution;
import org.lepta.service.indexing.EntryFacts;
import org.lepta.service.indexing.finding.FindingKey;
import org.lepta.service.indexing.finding.FindingRow;
import org.lepta.service.indexing.finding.FindingRule;

/** Works out under which grants more was paid than was awarded. Not thread-safe. */
final class AwardFold {

  private final Map<GrantOf, Award> awards = new HashMap<>();
  private final Map<InUnit, BigDecimal> beyond = new HashMap<>();

  private record GrantOf(String fund, String id) {}

  /** A grant's first entry. */
  private record Award(long leaf, String unit) {}

  private record InUnit(GrantOf grant, String unit) {}

  /** Takes a flow; all of them in the order of the log. */
  void add(EntryRecord entry, Flow flow) {
    String id = EntryFacts.of(entry.entry()).grant();
    if (id == null) {
      return;
    }
    GrantOf grant = new GrantOf(flow.fund(), id);
    if (flow instanceof Grant) {
      awards.putIfAbsent(grant, new Award(entry.index(), flow.unit().code()));
    }
    if (entry.hasEffect()) {
      Contribution.of(flow).forEach(part -> add(grant, part));
    }
  }

  private void add(GrantOf grant, Contribution part) {
    BigDecimal more =
        switch (part.measure()) {
          case AWARDED -> part.amount().negate();
          case PAID_RELEASED, PAID_DIRECT -> part.amount();
          default -> BigDecimal.ZERO;
        };
    beyond.merge(new InUnit(grant, part.unit().code()), more, BigDecimal::add);
  }

  /** What was paid beyond each award, which may be nothing or less. */
  List<FindingRow> rows(Predicate<String> isManaged) {
    List<FindingRow> rows = new ArrayList<>();
    awards.forEach((grant, award) ->
        rows.add(
            new FindingRow(
                new FindingKey(FindingRule.OVER_AWARD, award.leaf(), award.unit()),
                isManaged.test(grant.fund()),
                grant.fund(),
                beyond.getOrDefault(new InUnit(grant, award.unit()), BigDecimal.ZERO),
                FindingRule.AT_ONCE)));
    return rows;
  }
}
