package org.lepta.ui.view;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lepta.ui.format.Amount;

/**
 * What a payment was paid from.
 *
 * @param note by which rule, a ready sentence
 * @param rows gifts of organisations and other money by themselves, gifts of persons together
 */
public record PaidFrom(String note, List<Row> rows) {
  public PaidFrom {
    rows = List.copyOf(rows);
  }

  /**
   * A part of the payment.
   *
   * @param what a ready phrase
   * @param entry the entry that gave it; absent where several did, or none
   */
  public record Row(Amount amount, String what, @Nullable Link entry) {}
}
