package org.lepta.service.exchange;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.lepta.ledger.entry.Amendment;
import org.lepta.ledger.entry.Correction;
import org.lepta.ledger.entry.Entry;
import org.lepta.ledger.entry.Flow;
import org.lepta.ledger.entry.Fund;
import org.lepta.ledger.entry.Grant;

/** What the flows of funds add up to. */
final class FlowSums {

  private FlowSums() {}

  static Set<String> funds(Collection<Entry> entries) {
    return entries.stream()
        .filter(entry -> entry.body() instanceof Fund)
        .map(Entry::id)
        .collect(Collectors.toSet());
  }

  /** By fund, kind and unit; an award and its change count as one kind. */
  static Map<String, String> of(List<Entry> entries, Set<String> funds) {
    Map<String, BigDecimal> sums = new TreeMap<>();
    for (Entry entry : entries) {
      if (entry.body() instanceof Flow flow && funds.contains(flow.fund())) {
        Flow plain = flow instanceof Correction correction ? correction.reverses() : flow;
        BigDecimal amount = flow.amount().toBigDecimal();
        String kind =
            plain instanceof Amendment ? Grant.class.getName() : plain.getClass().getName();
        sums.merge(
            flow.fund() + ' ' + kind + ' ' + flow.unit().code(),
            flow instanceof Correction ? amount.negate() : amount,
            BigDecimal::add);
      }
    }
    Map<String, String> texts = new TreeMap<>();
    sums.forEach((key, sum) -> texts.put(key, sum.toPlainString()));
    return texts;
  }
}
