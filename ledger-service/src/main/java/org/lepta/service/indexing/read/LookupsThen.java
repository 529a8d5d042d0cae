package org.lepta.service.indexing.read;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lepta.ledger.entry.Confirmation;
import org.lepta.ledger.entry.Correction;
import org.lepta.ledger.entry.Disbursement;
import org.lepta.ledger.entry.Flow;
import org.lepta.ledger.entry.Kind;
import org.lepta.service.indexing.Contribution;
import org.lepta.service.indexing.Measure;
import org.lepta.service.indexing.read.Lookups.GrantKey;
import org.lepta.service.indexing.read.Lookups.GrantSums;

/** What a page of lines needs beside the lines, worked out again for an earlier size of the log. */
final class LookupsThen {

  private final Index index;

  LookupsThen(Index index) {
    this.index = index;
  }

  /** The leaf indexes of the payments that others had confirmed in full. */
  Set<Long> confirmed(List<EntryRecord> payments, long size) {
    Map<String, List<EntryRecord>> about = about(payments, size);
    Set<Long> confirmed = new HashSet<>();
    for (EntryRecord payment : payments) {
      Disbursement stated = (Disbursement) payment.entry().body();
      BigDecimal said = BigDecimal.ZERO;
      BigDecimal paid = stated.amount().toBigDecimal();
      for (EntryRecord entry : about.getOrDefault(payment.qualifiedId(), List.of())) {
        said = said.add(said(payment, stated, entry));
        paid = paid.subtract(corrected(stated, entry));
      }
      if (said.min(paid).compareTo(stated.amount().toBigDecimal()) >= 0) {
        confirmed.add(payment.index());
      }
    }
    return confirmed;
  }

  private Map<String, List<EntryRecord>> about(List<EntryRecord> payments, long size) {
    Map<String, List<EntryRecord>> about = new HashMap<>();
    index.list(
        "SELECT target, leaf, fund, owner, managed, committed, bytes FROM entry"
            + " WHERE target = ANY (?) AND kind IN ('confirmation', 'correction') AND leaf < ?",
        (row, n) ->
            about
                .computeIfAbsent(row.getString("target"), key -> new ArrayList<>())
                .add(Entries.record(row, n)),
        payments.stream().map(EntryRecord::qualifiedId).toArray(String[]::new),
        size);
    return about;
  }

  private static BigDecimal said(EntryRecord payment, Disbursement stated, EntryRecord entry) {
    return entry.entry().body() instanceof Confirmation c
            && c.fund().equals(stated.fund())
            && c.unit().equals(stated.unit())
            && entry.leaf().repeatOf() == null
            && !entry.entry().header().statedBy().equals(payment.owner())
        ? c.amount().toBigDecimal()
        : BigDecimal.ZERO;
  }

  private static BigDecimal corrected(Disbursement stated, EntryRecord entry) {
    return entry.entry().body() instanceof Correction c
            && c.fund().equals(stated.fund())
            && c.unit().equals(stated.unit())
            && entry.hasEffect()
        ? c.amount().toBigDecimal()
        : BigDecimal.ZERO;
  }

  /** The sums of grants in the units in which they were awarded. */
  Map<GrantKey, GrantSums> grantSums(Map<GrantKey, List<EntryRecord>> ofGrants) {
    Map<GrantKey, GrantSums> sums = new HashMap<>();
    ofGrants.forEach((grant, of) -> {
      String unit =
          of.stream()
              .filter(entry -> entry.kind() == Kind.GRANT)
              .findFirst()
              .map(Lookups::unitOf)
              .orElse("");
      Map<Measure, BigDecimal> added = new EnumMap<>(Measure.class);
      of.forEach(entry -> add(added, entry, unit));
      sums.put(grant, new GrantSums(awarded(added), paid(added)));
    });
    return sums;
  }

  private static void add(Map<Measure, BigDecimal> sums, EntryRecord entry, String unit) {
    if (entry.hasEffect() && entry.entry().body() instanceof Flow flow) {
      for (Contribution c : Contribution.of(flow)) {
        if (c.unit().code().equals(unit)) {
          sums.merge(c.measure(), c.amount(), BigDecimal::add);
        }
      }
    }
  }

  static BigDecimal awarded(Map<Measure, BigDecimal> sums) {
    return sums.getOrDefault(Measure.AWARDED, BigDecimal.ZERO);
  }

  static BigDecimal paid(Map<Measure, BigDecimal> sums) {
    return sums.getOrDefault(Measure.PAID_RELEASED, BigDecimal.ZERO)
        .add(sums.getOrDefault(Measure.PAID_DIRECT, BigDecimal.ZERO));
  }
}
