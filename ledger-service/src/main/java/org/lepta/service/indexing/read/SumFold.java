package org.lepta.service.indexing.read;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.lepta.ledger.entry.Confirmation;
import org.lepta.ledger.entry.Correction;
import org.lepta.ledger.entry.Disbursement;
import org.lepta.ledger.entry.Flag;
import org.lepta.ledger.entry.Flow;
import org.lepta.ledger.entry.Kind;
import org.lepta.service.indexing.Contribution;
import org.lepta.service.indexing.Measure;
import org.lepta.service.indexing.read.ConfirmedPayments.FundUnit;
import org.lepta.service.indexing.read.ConfirmedPayments.Payment;

/** Adds entries up to the same figures that the projections keep. Not thread-safe. */
final class SumFold {

  private final Function<String, Optional<String>> ownerOf;
  private final Map<String, Map<String, BigDecimal>> onward;
  private final Map<String, Optional<String>> owners = new HashMap<>();
  private final Map<Payment, BigDecimal> said = new HashMap<>();
  private final Map<Payment, BigDecimal> paid = new HashMap<>();
  private final Map<FundUnit, Map<Measure, BigDecimal>> sums = new HashMap<>();
  private final Map<String, Boolean> managed = new HashMap<>();
  private final Map<Kind, Long> counts = new EnumMap<>(Kind.class);

  /**
   * A fold.
   *
   * @param onward the part of each fund's gifts that came from other funds here, by fund and unit
   */
  SumFold(Function<String, Optional<String>> ownerOf, Map<String, Map<String, BigDecimal>> onward) {
    this.ownerOf = ownerOf;
    this.onward = onward;
  }

  /** Takes a confirmation; all of them before the first payment. */
  void addConfirmation(EntryRecord entry) {
    if (entry.entry().body() instanceof Confirmation c && entry.leaf().repeatOf() == null) {
      Payment payment = ConfirmedPayments.confirmedBy(c);
      Optional<String> owner = owners.computeIfAbsent(c.fund(), ownerOf);
      if (payment != null
          && owner.isPresent()
          && !owner.get().equals(entry.entry().header().statedBy())) {
        said.merge(payment, c.amount().toBigDecimal(), BigDecimal::add);
      }
    }
  }

  /** Takes an entry, in any order. */
  void add(EntryRecord entry) {
    if (!entry.leaf().flags().contains(Flag.REPEAT)) {
      counts.merge(entry.kind(), 1L, Long::sum);
    }
    if (entry.hasEffect() && entry.entry().body() instanceof Flow flow) {
      managed.put(flow.fund(), Boolean.TRUE.equals(entry.managed()));
      for (Contribution c : Contribution.of(flow)) {
        sums.computeIfAbsent(
                new FundUnit(flow.fund(), c.unit().code()), key -> new EnumMap<>(Measure.class))
            .merge(c.measure(), c.amount(), BigDecimal::add);
      }
      addPayment(entry.id(), flow);
    }
  }

  private void addPayment(String id, Flow flow) {
    switch (flow) {
      case Disbursement d -> addPaid(d, id, d.amount().toBigDecimal());
      case Correction c when c.reverses() instanceof Disbursement d && c.target() != null ->
          addPaid(d, c.target(), d.amount().toBigDecimal().negate());
      default -> {}
    }
  }

  private void addPaid(Disbursement d, String id, BigDecimal amount) {
    Payment payment = new Payment(d.fund(), id, d.unit().code());
    if (said.containsKey(payment)) {
      paid.merge(payment, amount, BigDecimal::add);
    }
  }

  /** What others confirmed of each payment. */
  Map<Payment, BigDecimal> said() {
    return said;
  }

  Map<Kind, Long> counts() {
    return counts;
  }

  /** The figures of the funds added up, by unit. */
  List<Totals> totals(Predicate<String> funds) {
    List<Totals> lines =
        ofFunds().stream()
            .map(OfFund::figures)
            .filter(fund -> funds.test(fund.fund()))
            .map(FundFigures::totals)
            .toList();
    return JointTotals.sum(lines);
  }

  /** The figures of a fund in one unit, with its mode. */
  record OfFund(boolean managed, FundFigures figures) {}

  /** The figures of each fund in each unit. */
  List<OfFund> ofFunds() {
    Map<FundUnit, BigDecimal> confirmed = confirmed();
    List<OfFund> lines = new ArrayList<>();
    sums.forEach((key, measures) -> {
      boolean isManaged = managed.getOrDefault(key.fund(), false);
      Totals totals =
          Totals.of(
              key.unit(),
              isManaged,
              measures,
              new Totals.Seen(confirmed.getOrDefault(key, BigDecimal.ZERO), onward(key)));
      lines.add(new OfFund(isManaged, new FundFigures(key.fund(), totals)));
    });
    return lines;
  }

  private BigDecimal onward(FundUnit key) {
    return onward.getOrDefault(key.fund(), Map.of()).getOrDefault(key.unit(), BigDecimal.ZERO);
  }

  JointTotals joint() {
    return new JointTotals(
        totals(fund -> managed.getOrDefault(fund, false)),
        totals(fund -> !managed.getOrDefault(fund, false)));
  }

  /** The figures of a grant, where only its entries were taken. */
  List<GrantTotals> grant(String fund, boolean isManaged) {
    Map<FundUnit, BigDecimal> confirmed = confirmed();
    Map<String, GrantTotals> byUnit = new TreeMap<>();
    sums.forEach((key, measures) ->
        byUnit.put(
            key.unit(),
            GrantTotals.of(
                key.unit(),
                isManaged,
                measures,
                confirmed.getOrDefault(new FundUnit(fund, key.unit()), BigDecimal.ZERO))));
    return List.copyOf(byUnit.values());
  }

  private Map<FundUnit, BigDecimal> confirmed() {
    Map<FundUnit, BigDecimal> confirmed = new HashMap<>();
    paid.forEach((payment, amount) ->
        confirmed.merge(
            new FundUnit(payment.fund(), payment.unit()),
            amount.min(said.getOrDefault(payment, BigDecimal.ZERO)).max(BigDecimal.ZERO),
            BigDecimal::add));
    return confirmed;
  }
}
