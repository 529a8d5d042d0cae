package org.lepta.service.exchange.internal;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lepta.ledger.entry.Amendment;
import org.lepta.ledger.entry.Correction;
import org.lepta.ledger.entry.Disbursement;
import org.lepta.ledger.entry.Flow;
import org.lepta.ledger.entry.Grant;
import org.lepta.service.indexing.read.EntryRecord;

/**
 * A grant as it stands after everything that was recorded of it: 360Giving publishes the current
 * state, and its history stays in the log.
 *
 * @param entry the award
 * @param stands false once the award was taken back as a whole
 * @param awarded with amendments, less what was taken back
 * @param payments what of each payment was not taken back, in log order
 * @param modified when the newest of its entries was recorded
 */
record GrantState(
    EntryRecord entry,
    boolean stands,
    BigDecimal awarded,
    List<Payment> payments,
    Instant modified) {

  /** A payment and what of it was not taken back. */
  record Payment(EntryRecord entry, Disbursement body, BigDecimal rest) {}

  Grant body() {
    return (Grant) entry.entry().body();
  }

  /**
   * Adds up a grant.
   *
   * @param entries of the grant, its award among them, in log order
   */
  static GrantState of(EntryRecord award, List<EntryRecord> entries) {
    Sum sum = new Sum(award);
    entries.stream().filter(Exported::counts).forEach(sum::add);
    return new GrantState(
        award, sum.stands, sum.awarded, List.copyOf(sum.payments.values()), sum.modified);
  }

  private static final class Sum {

    private final EntryRecord award;
    private final Map<String, Payment> payments = new LinkedHashMap<>();
    private BigDecimal awarded = BigDecimal.ZERO;
    private BigDecimal left;
    private boolean stands = true;
    private Instant modified;

    Sum(EntryRecord award) {
      this.award = award;
      this.left = amount((Flow) award.entry().body());
      this.modified = award.committed();
    }

    void add(EntryRecord entry) {
      modified = entry.committed().isAfter(modified) ? entry.committed() : modified;
      switch (entry.entry().body()) {
        case Grant g when entry.index() == award.index() -> awarded = awarded.add(amount(g));
        case Amendment a -> awarded = awarded.add(amount(a));
        case Disbursement d -> payments.put(entry.id(), new Payment(entry, d, amount(d)));
        case Correction c -> takeBack(c);
        default -> {}
      }
    }

    private void takeBack(Correction correction) {
      BigDecimal amount = amount(correction);
      switch (correction.reverses()) {
        case Grant g when award.id().equals(correction.target()) -> {
          awarded = awarded.subtract(amount);
          left = left.subtract(amount);
          stands = left.signum() > 0;
        }
        case Amendment a -> awarded = awarded.subtract(amount);
        case Disbursement d ->
            payments.computeIfPresent(
                String.valueOf(correction.target()), (id, payment) -> less(payment, amount));
        default -> {}
      }
    }

    private static Payment less(Payment payment, BigDecimal amount) {
      return new Payment(payment.entry(), payment.body(), payment.rest().subtract(amount));
    }

    private static BigDecimal amount(Flow flow) {
      return flow.amount().toBigDecimal();
    }
  }
}
