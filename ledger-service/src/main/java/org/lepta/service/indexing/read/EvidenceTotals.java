package org.lepta.service.indexing.read;

import java.math.BigDecimal;

/**
 * Money paid by the step of the evidence ladder it stands on; every amount stands on one
 * (docs/reference/postings section 4).
 *
 * @param stated by the payer alone
 * @param confirmed by the other side
 * @param tied to a bank statement
 * @param audited by an auditor
 */
public record EvidenceTotals(
    BigDecimal stated, BigDecimal confirmed, BigDecimal tied, BigDecimal audited) {

  static EvidenceTotals of(BigDecimal all, BigDecimal confirmed) {
    return new EvidenceTotals(all.subtract(confirmed), confirmed, BigDecimal.ZERO, BigDecimal.ZERO);
  }
}
