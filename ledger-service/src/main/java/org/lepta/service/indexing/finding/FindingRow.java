package org.lepta.service.indexing.finding;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A row of {@code finding}.
 *
 * @param amount in units; nothing or less means that it does not stand out any more
 * @param since the day from which it counts
 */
record FindingRow(
    FindingKey key, boolean managed, String fund, BigDecimal amount, LocalDate since) {

  FindingRow less(BigDecimal part) {
    return new FindingRow(key, managed, fund, amount.subtract(part), since);
  }
}
