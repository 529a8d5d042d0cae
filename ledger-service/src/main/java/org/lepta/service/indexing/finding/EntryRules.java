package org.lepta.service.indexing.finding;

import java.util.List;
import org.lepta.ledger.entry.Correction;
import org.lepta.ledger.entry.Disbursement;
import org.lepta.ledger.entry.Expenditure;
import org.lepta.ledger.entry.Fee;
import org.lepta.ledger.entry.Flag;
import org.lepta.ledger.entry.Flow;
import org.lepta.ledger.entry.Leaf;

/** Rules by which a single entry of a managed fund stands out. */
public final class EntryRules {

  /** What is corrected of an entry does not stand out by these any more. */
  public static final List<FindingRule> ALL =
      List.of(
          FindingRule.WITHOUT_RELEASE,
          FindingRule.WITHOUT_EVIDENCE,
          FindingRule.LATE,
          FindingRule.REPEATED);

  private EntryRules() {}

  /** The rules by which a flow with effect stands out; corrections themselves never do. */
  public static List<FindingRule> metBy(Leaf leaf, Flow flow) {
    return flow instanceof Correction
        ? List.of()
        : ALL.stream().filter(rule -> isMet(rule, leaf, flow)).toList();
  }

  private static boolean isMet(FindingRule rule, Leaf leaf, Flow flow) {
    List<Flag> flags = leaf.flags();
    return switch (rule) {
      case WITHOUT_RELEASE -> flags.contains(Flag.WITHOUT_RELEASE);
      case LATE -> flags.contains(Flag.LATE);
      case REPEATED -> flags.contains(Flag.REPEAT);
      case WITHOUT_EVIDENCE ->
          (flow instanceof Disbursement || flow instanceof Expenditure || flow instanceof Fee)
              && leaf.entry().header().evidence().isEmpty();
      default -> false;
    };
  }
}
