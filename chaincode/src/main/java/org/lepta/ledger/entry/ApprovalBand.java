package org.lepta.ledger.entry;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lepta.ledger.money.Amount;
import org.lepta.ledger.money.Unit;

/**
 * How many approvals a release needs.
 *
 * @param unit of the bound; absent in the last band
 * @param upTo inclusive bound of the sum per recipient over 30 days; absent in the last band
 * @param approvals by different people, 0 to 9
 * @param organisations whose people may approve; empty means the owner's
 */
public record ApprovalBand(
    @Nullable Unit unit, @Nullable Amount upTo, int approvals, List<String> organisations) {

  public ApprovalBand {
    organisations = Lists.copy(organisations);
  }
}
