package org.lepta.service.indexing.read;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lepta.service.indexing.finding.FindingRule;

/** What stands out, by rule (docs/reference/exceptions), on one day. Thread-safe. */
public interface FindingReader {

  /** Everything that stands out by one rule in one kind of fund and one unit, added up. */
  record Summed(FindingRule rule, boolean managed, String unit, BigDecimal amount, long entries) {}

  /**
   * One that stands out.
   *
   * @param entry that shows it
   * @param amount in units; above nothing
   * @param since the day from which it counts
   */
  record Finding(EntryRecord entry, String fund, String unit, BigDecimal amount, LocalDate since) {

    /** Whether it counts from the moment when it is recorded. */
    public boolean countsAtOnce() {
      return since.equals(FindingRule.AT_ONCE);
    }
  }

  /** Sums over which two sides disagree. */
  record Disputed(String unit, BigDecimal amount, long payments) {}

  /** The day for which it is told. */
  LocalDate day();

  /** Every rule by which something stands out, in the order of the rules. */
  List<Summed> sums();

  /**
   * What stands out by a rule, the newest first.
   *
   * @param after cursor of the part to read; null for the first
   * @throws org.lepta.service.kernel.RefusalException with {@link ReadCode#CURSOR_INVALID}
   */
  Page<Finding> page(FindingRule rule, @Nullable String after, int limit);

  /** What givers state to have paid where the receivers state another sum, by unit. */
  List<Disputed> disputed();
}
