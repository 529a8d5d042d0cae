package org.lepta.service.indexing;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.lepta.ledger.entry.Fund;
import org.lepta.ledger.entry.FundMode;

/**
 * What indexing needs of a fund for every entry.
 *
 * @param factLimitDays calendar days within which a fact has to be recorded
 * @param decisionLimitDays calendar days within which a decision has to be recorded
 */
public record FundFacts(
    String id, String owner, FundMode mode, int factLimitDays, int decisionLimitDays) {

  private static final int DEFAULT_FACT_LIMIT_DAYS = 7;
  private static final int DEFAULT_DECISION_LIMIT_DAYS = 5;

  static FundFacts of(String id, Fund fund) {
    return new FundFacts(
        id,
        fund.owner(),
        fund.mode(),
        or(fund.factLimitDays(), DEFAULT_FACT_LIMIT_DAYS),
        or(fund.decisionLimitDays(), DEFAULT_DECISION_LIMIT_DAYS));
  }

  private static int or(@Nullable Integer days, int byDefault) {
    return days == null ? byDefault : days;
  }

  /** Whether the fund is kept on this ledger. */
  public boolean isManaged() {
    return mode == FundMode.MANAGED;
  }

  /** Whether a fact or decision of that day is recorded late; statements of others never are. */
  boolean isLate(
      @Nullable LocalDate happenedOn, @Nullable LocalDate decidedOn, LocalDate recorded) {
    return isManaged()
        && (isOver(happenedOn, factLimitDays, recorded)
            || isOver(decidedOn, decisionLimitDays, recorded));
  }

  private static boolean isOver(@Nullable LocalDate date, int days, LocalDate recorded) {
    return date != null && date.plusDays(days).isBefore(recorded);
  }
}
