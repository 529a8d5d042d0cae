package org.lepta.service.indexing.finding;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.lepta.ledger.money.Amount;

/**
 * A row of {@code finding}.
 *
 * @param amount in units; nothing or less means that it does not stand out any more
 * @param since the day from which it counts
 */
public record FindingRow(
    FindingKey key, boolean managed, String fund, BigDecimal amount, LocalDate since) {

  /** Rows are the same to the last character, however their blocks were grouped. */
  public FindingRow {
    amount = amount.setScale(Amount.SCALE);
  }

  /** What is left where a part is corrected. */
  public FindingRow less(BigDecimal part) {
    return new FindingRow(key, managed, fund, amount.subtract(part), since);
  }
}
