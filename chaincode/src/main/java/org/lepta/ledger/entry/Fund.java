package org.lepta.ledger.entry;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lepta.ledger.money.Amount;
import org.lepta.ledger.money.Unit;

/**
 * A purpose money is given for. Its header id is the fund id; its name is a text with role {@code
 * name}.
 *
 * @param owner id of the organisation that holds it
 * @param units declared units of a managed fund; a reported one takes any
 * @param purpose code of the IATI codelist Sector or the owner's own
 * @param runningCostShare declared share of running cost, in per cent
 * @param approvals bands in rising order; none means no approval is needed
 * @param factLimitDays recording limit of facts, default 7
 * @param decisionLimitDays recording limit of decisions, default 5
 * @param lens default first in, first out
 * @param parents funds this one is a part of
 */
public record Fund(
    String owner,
    FundMode mode,
    List<Unit> units,
    @Nullable Restriction restriction,
    @Nullable String purpose,
    @Nullable LocalDate termFrom,
    @Nullable LocalDate termTo,
    @Nullable Amount runningCostShare,
    List<ApprovalBand> approvals,
    @Nullable Integer factLimitDays,
    @Nullable Integer decisionLimitDays,
    @Nullable Lens lens,
    List<String> parents)
    implements Registration {

  public Fund {
    units = Lists.copy(units);
    approvals = Lists.copy(approvals);
    parents = Lists.copy(parents);
  }

  /** A fund that declares nothing but who holds it, its units and what it is a part of. */
  public static Fund of(String owner, FundMode mode, List<Unit> units, List<String> parents) {
    return new Fund(
        owner, mode, units, null, null, null, null, null, List.of(), null, null, null, parents);
  }
}
