package org.lepta.service.indexing.read;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lepta.ledger.entry.Correction;
import org.lepta.ledger.entry.Disbursement;
import org.lepta.ledger.entry.Flow;
import org.lepta.ledger.entry.Fund;
import org.lepta.ledger.entry.FundMode;
import org.lepta.ledger.entry.Kind;
import org.lepta.service.indexing.finding.EntryRules;
import org.lepta.service.indexing.finding.FindingKey;
import org.lepta.service.indexing.finding.FindingRow;
import org.lepta.service.indexing.finding.FindingRule;
import org.lepta.service.indexing.read.ConfirmedPayments.Payment;

/**
 * Works out what stands out from all entries below a size: what {@code FindingRows} keeps in step
 * is the same for the size of the index. Not thread-safe.
 */
final class FindingFold {

  private final Map<FindingKey, FindingRow> ofEntries = new HashMap<>();
  private final Map<Stated, Leaves> stated = new HashMap<>();
  private final Map<Payment, Paid> payments = new HashMap<>();
  private final AwardFold awards = new AwardFold();
  private final Map<String, Registered> funds = new HashMap<>();

  /** An id in a fund. */
  private record Stated(String fund, Kind kind, String id) {}

  /** Where an id stands for the first and for the last time. */
  private record Leaves(long first, long last) {}

  /** A payment's first entry, and what was paid net of corrections. */
  private record Paid(long leaf, LocalDate day, BigDecimal amount) {

    Paid plus(BigDecimal more) {
      return new Paid(leaf, day, amount.add(more));
    }
  }

  private record Registered(long leaf, boolean managed) {}

  /** Takes an entry; all of them in the order of the log. */
  void add(EntryRecord entry) {
    switch (entry.entry().body()) {
      case Fund fund ->
          funds.putIfAbsent(
              entry.id(), new Registered(entry.index(), fund.mode() == FundMode.MANAGED));
      case Flow flow -> {
        if (isManaged(flow.fund())) {
          addManaged(entry, flow);
        }
        awards.add(entry, flow);
      }
      default -> {}
    }
  }

  private boolean isManaged(String fund) {
    Registered registered = funds.get(fund);
    return registered != null && registered.managed();
  }

  private void addManaged(EntryRecord entry, Flow flow) {
    if (entry.hasEffect()) {
      for (FindingRule rule : EntryRules.metBy(entry.leaf(), flow)) {
        FindingKey key = new FindingKey(rule, entry.index(), flow.unit().code());
        BigDecimal amount = flow.amount().toBigDecimal();
        ofEntries.put(key, new FindingRow(key, true, flow.fund(), amount, FindingRule.AT_ONCE));
      }
    }
    if (flow instanceof Disbursement) {
      addPaid(entry, flow);
    }
    if (flow instanceof Correction correction && correction.target() != null) {
      takeBack(correction, correction.target(), entry.hasEffect());
    } else {
      stated.merge(
          new Stated(flow.fund(), entry.kind(), entry.id()),
          new Leaves(entry.index(), entry.index()),
          (before, now) -> new Leaves(before.first(), now.last()));
    }
  }

  private void addPaid(EntryRecord entry, Flow flow) {
    LocalDate day = Objects.requireNonNullElseGet(entry.businessDate(), () -> dayOf(entry));
    BigDecimal paid = entry.hasEffect() ? flow.amount().toBigDecimal() : BigDecimal.ZERO;
    payments.merge(
        new Payment(flow.fund(), entry.id(), flow.unit().code()),
        new Paid(entry.index(), day, paid),
        (before, now) -> before.plus(now.amount()));
  }

  static LocalDate dayOf(EntryRecord entry) {
    return LocalDate.ofInstant(entry.committed(), ZoneOffset.UTC);
  }

  private void takeBack(Correction correction, String target, boolean hasEffect) {
    Leaves leaves =
        stated.get(new Stated(correction.fund(), Kind.of(correction.reverses()), target));
    if (!hasEffect || leaves == null) {
      return;
    }
    BigDecimal part = correction.amount().toBigDecimal();
    String unit = correction.unit().code();
    for (FindingRule rule : EntryRules.ALL) {
      long leaf = rule == FindingRule.REPEATED ? leaves.last() : leaves.first();
      ofEntries.computeIfPresent(new FindingKey(rule, leaf, unit), (key, row) -> row.less(part));
    }
    if (correction.reverses() instanceof Disbursement) {
      payments.computeIfPresent(
          new Payment(correction.fund(), target, unit), (key, paid) -> paid.plus(part.negate()));
    }
  }

  /**
   * What stands out.
   *
   * @param said what others confirmed of each payment
   * @param figures of all funds
   */
  List<FindingRow> rows(Map<Payment, BigDecimal> said, List<SumFold.OfFund> figures) {
    List<FindingRow> rows = new ArrayList<>(ofEntries.values());
    payments.forEach((payment, paid) -> rows.add(unconfirmed(payment, paid, said.get(payment))));
    rows.addAll(awards.rows(this::isManaged));
    figures.forEach(fund -> addLacking(rows, fund));
    rows.removeIf(row -> row.amount().signum() <= 0);
    return rows;
  }

  private static FindingRow unconfirmed(Payment payment, Paid paid, @Nullable BigDecimal said) {
    BigDecimal confirmed =
        said == null ? BigDecimal.ZERO : said.min(paid.amount()).max(BigDecimal.ZERO);
    return new FindingRow(
        new FindingKey(FindingRule.UNCONFIRMED, paid.leaf(), payment.unit()),
        true,
        payment.fund(),
        paid.amount().subtract(confirmed),
        paid.day().plusDays(FindingRule.DAYS));
  }

  private void addLacking(List<FindingRow> rows, SumFold.OfFund of) {
    String id = of.figures().fund();
    Totals totals = of.figures().totals();
    Registered fund = funds.get(id);
    if (fund != null) {
      addLacking(rows, FindingRule.SHORT, fund, id, totals, totals.shortBy());
      addLacking(rows, FindingRule.DOES_NOT_TIE, fund, id, totals, untied(fund, totals));
    }
  }

  /** A reported fund that states no income at all cannot tie, and does not claim to. */
  private static BigDecimal untied(Registered fund, Totals totals) {
    return totals.statesIncome() && !fund.managed() ? totals.free().negate() : BigDecimal.ZERO;
  }

  private static void addLacking(
      List<FindingRow> rows,
      FindingRule rule,
      Registered fund,
      String id,
      Totals totals,
      BigDecimal amount) {
    FindingKey key = new FindingKey(rule, fund.leaf(), totals.unit());
    rows.add(new FindingRow(key, fund.managed(), id, amount, FindingRule.AT_ONCE));
  }
}
