package org.lepta.service.indexing.read;

import java.math.BigDecimal;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.lepta.ledger.entry.Flow;
import org.lepta.ledger.entry.Fund;
import org.lepta.ledger.entry.FundMode;
import org.lepta.service.indexing.Contribution;
import org.springframework.stereotype.Component;

/**
 * The rows behind a figure of a fund: whoever adds them up gets the figure. Only a balance that
 * reported statements overdraw ({@code outstanding} below nothing) is shown as nothing instead.
 * Thread-safe.
 */
@Component
public final class Recount {

  private final Entries entries;

  public Recount(Entries entries) {
    this.entries = entries;
  }

  /**
   * A row behind a figure.
   *
   * @param amount in units, as it counts; below nothing for what is taken away
   */
  public record Row(EntryRecord entry, BigDecimal amount) {}

  /**
   * Hands out every row in log order, however many there are.
   *
   * @param fund the entry that registered it
   * @param at size of the log as known then; null for now
   */
  public void forEach(
      EntryRecord fund,
      String unit,
      CountedFigure figure,
      @Nullable Long at,
      Consumer<Row> consumer) {
    boolean managed = ((Fund) fund.entry().body()).mode() == FundMode.MANAGED;
    entries.forEach(
        EntryQuery.ALL.fund(fund.id()).kinds(figure.kinds()).at(at).ascending(true),
        entry -> {
          BigDecimal amount = amount(entry, unit, figure, managed);
          if (amount.signum() != 0) {
            consumer.accept(new Row(entry, amount));
          }
        });
  }

  private static BigDecimal amount(
      EntryRecord entry, String unit, CountedFigure figure, boolean managed) {
    BigDecimal amount = BigDecimal.ZERO;
    if (entry.hasEffect() && entry.entry().body() instanceof Flow flow) {
      for (Contribution c : Contribution.of(flow)) {
        int sign = c.unit().code().equals(unit) ? figure.sign(c.measure(), managed) : 0;
        amount = amount.add(c.amount().multiply(BigDecimal.valueOf(sign)));
      }
    }
    return amount;
  }
}
