package org.lepta.service.indexing.read;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.lepta.ledger.entry.Flow;
import org.lepta.service.indexing.Contribution;
import org.lepta.service.indexing.Measure;

/** Adds the entries that name an organisation up to what it received. Not thread-safe. */
final class ReceivedFold {

  private record Pot(boolean managed, String unit) {}

  private static final Comparator<Pot> MANAGED_FIRST =
      Comparator.comparing(Pot::managed).reversed().thenComparing(Pot::unit);

  private final Map<Pot, Map<Measure, BigDecimal>> sums = new TreeMap<>(MANAGED_FIRST);

  /** Takes an entry with the organisation at its other side, in any order. */
  void add(EntryRecord entry) {
    if (entry.hasEffect() && entry.entry().body() instanceof Flow flow) {
      for (Contribution c : Contribution.of(flow)) {
        Pot pot = new Pot(Boolean.TRUE.equals(entry.managed()), c.unit().code());
        sums.computeIfAbsent(pot, key -> new EnumMap<>(Measure.class))
            .merge(c.measure(), c.amount(), BigDecimal::add);
      }
    }
  }

  /** What it was awarded and paid; units in which it only gave are left out. */
  List<Figures.Received> received() {
    List<Figures.Received> received = new ArrayList<>();
    sums.forEach((pot, measures) -> {
      if (measures.containsKey(Measure.AWARDED)
          || measures.containsKey(Measure.PAID_RELEASED)
          || measures.containsKey(Measure.PAID_DIRECT)) {
        received.add(
            new Figures.Received(
                pot.managed(),
                pot.unit(),
                LookupsThen.awarded(measures),
                LookupsThen.paid(measures)));
      }
    });
    return received;
  }
}
