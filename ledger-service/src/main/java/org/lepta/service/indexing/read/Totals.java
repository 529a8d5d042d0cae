package org.lepta.service.indexing.read;

import java.math.BigDecimal;
import java.util.Map;
import org.lepta.service.indexing.Measure;

/**
 * The figures of a fund, or of several added up, in one unit (docs/reference/postings section 3).
 * Amounts are in units, net of corrections.
 *
 * @param awarded grants with their amendments, gross of payments
 * @param outstanding promised and not yet released or, in reported funds, paid
 * @param released released and not yet paid
 * @param disbursed paid out, under grants or not
 * @param confirmed the part of {@code disbursed} that the other side confirms
 * @param spending the fund's own, fees included
 * @param free below zero in a managed fund that is short, and where a reported one does not tie
 * @param shortBy what managed funds lack
 * @param onward the part of {@code donated} that another fund here states as its payment; what is
 *     left of {@code donated} came from outside the ledger, as far as the statements show
 */
public record Totals(
    String unit,
    BigDecimal opened,
    BigDecimal donated,
    BigDecimal income,
    BigDecimal transferredIn,
    BigDecimal transferredOut,
    BigDecimal exchangedIn,
    BigDecimal exchangedOut,
    BigDecimal refunded,
    BigDecimal awarded,
    BigDecimal outstanding,
    BigDecimal released,
    BigDecimal disbursed,
    BigDecimal confirmed,
    BigDecimal returned,
    SpendTotals spending,
    BigDecimal free,
    BigDecimal shortBy,
    BigDecimal onward) {

  /** Whether the fund states what it had to spend: a balance, gifts or income. */
  boolean statesIncome() {
    return opened.signum() != 0 || donated.signum() != 0 || income.signum() != 0;
  }

  /** The figures of one fund out of its measures. */
  public static Totals of(String unit, boolean managed, Map<Measure, BigDecimal> sums, Seen seen) {
    Sums s = new Sums(sums);
    BigDecimal paid = s.of(Measure.PAID_RELEASED).add(s.of(Measure.PAID_DIRECT));
    BigDecimal committed = s.of(Measure.AWARDED).subtract(s.of(Measure.RELEASED));
    if (!managed) {
      committed = committed.subtract(paid);
    }
    BigDecimal outstanding = committed.max(BigDecimal.ZERO);
    BigDecimal released =
        managed
            ? s.of(Measure.RELEASED).subtract(s.of(Measure.PAID_RELEASED))
            : s.of(Measure.RELEASED);
    SpendTotals spending =
        new SpendTotals(
            s.of(Measure.SPENT_PROGRAMME),
            s.of(Measure.SPENT_RUNNING),
            s.of(Measure.SPENT_FUNDRAISING),
            s.of(Measure.SPENT_FEE));
    BigDecimal free =
        s.ins()
            .subtract(s.outs())
            .subtract(outstanding)
            .subtract(released)
            .subtract(paid)
            .subtract(spending.sum());
    return new Totals(
        unit,
        s.of(Measure.OPENED),
        s.of(Measure.DONATED),
        s.of(Measure.INCOME),
        s.of(Measure.TRANSFERRED_IN),
        s.of(Measure.TRANSFERRED_OUT),
        s.of(Measure.EXCHANGED_IN),
        s.of(Measure.EXCHANGED_OUT),
        s.of(Measure.REFUNDED),
        s.of(Measure.AWARDED),
        outstanding,
        released,
        paid,
        seen.confirmed(),
        s.of(Measure.RETURNED),
        spending,
        free,
        managed ? free.negate().max(BigDecimal.ZERO) : BigDecimal.ZERO,
        seen.onward());
  }

  /** What others say: the confirmed part of payments, and the part of gifts that they state. */
  public record Seen(BigDecimal confirmed, BigDecimal onward) {}

  /** What was spent, all classes. */
  public BigDecimal spent() {
    return spending.sum();
  }

  /** {@code disbursed} by evidence. */
  public EvidenceTotals disbursedByEvidence() {
    return EvidenceTotals.of(disbursed, confirmed);
  }

  /** {@code spent} by evidence; own spending has no other side that could confirm it. */
  public EvidenceTotals spentByEvidence() {
    return EvidenceTotals.of(spent(), BigDecimal.ZERO);
  }

  /** Both added up; of the same unit. */
  Totals plus(Totals other) {
    return new Totals(
        unit,
        opened.add(other.opened),
        donated.add(other.donated),
        income.add(other.income),
        transferredIn.add(other.transferredIn),
        transferredOut.add(other.transferredOut),
        exchangedIn.add(other.exchangedIn),
        exchangedOut.add(other.exchangedOut),
        refunded.add(other.refunded),
        awarded.add(other.awarded),
        outstanding.add(other.outstanding),
        released.add(other.released),
        disbursed.add(other.disbursed),
        confirmed.add(other.confirmed),
        returned.add(other.returned),
        spending.plus(other.spending),
        free.add(other.free),
        shortBy.add(other.shortBy),
        onward.add(other.onward));
  }

  private record Sums(Map<Measure, BigDecimal> sums) {

    BigDecimal of(Measure measure) {
      return sums.getOrDefault(measure, BigDecimal.ZERO);
    }

    BigDecimal ins() {
      return of(Measure.OPENED)
          .add(of(Measure.DONATED))
          .add(of(Measure.INCOME))
          .add(of(Measure.TRANSFERRED_IN))
          .add(of(Measure.EXCHANGED_IN))
          .add(of(Measure.RETURNED));
    }

    BigDecimal outs() {
      return of(Measure.REFUNDED).add(of(Measure.TRANSFERRED_OUT)).add(of(Measure.EXCHANGED_OUT));
    }
  }
}
