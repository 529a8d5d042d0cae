package org.lepta.service.indexing.read;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.lepta.service.indexing.finding.FindingRule;
import org.lepta.service.kernel.RefusalException;
import org.springframework.stereotype.Component;

/** What stands out, by rule (docs/reference/exceptions). Thread-safe. */
@Component
public final class Findings {

  private static final Pattern CURSOR =
      Pattern.compile("([0-9]{4}-[0-9]{2}-[0-9]{2})_([0-9]{1,18})_([A-Za-z]{1,16})");

  private final Index index;

  public Findings(Index index) {
    this.index = index;
  }

  /** Everything that stands out by one rule in one kind of fund and one unit, added up. */
  public record Summed(
      FindingRule rule, boolean managed, String unit, BigDecimal amount, long entries) {}

  /**
   * One that stands out.
   *
   * @param entry that shows it
   * @param amount in units; above nothing
   * @param since the day from which it counts
   */
  public record Finding(
      EntryRecord entry, String fund, String unit, BigDecimal amount, LocalDate since) {

    /** Whether it counts from the moment when it is recorded. */
    public boolean countsAtOnce() {
      return since.equals(FindingRule.AT_ONCE);
    }
  }

  /** Every rule by which something stands out on this day, in the order of the rules. */
  public List<Summed> sums(LocalDate today) {
    return index
        .list(
            "SELECT rule, managed, unit, sum(amount), sum(entries) FROM finding_sum"
                + " WHERE since <= ? GROUP BY rule, managed, unit ORDER BY managed DESC, unit",
            (row, n) ->
                new Summed(
                    FindingRule.ofLabel(row.getString(1)),
                    row.getBoolean(2),
                    row.getString(3),
                    row.getBigDecimal(4),
                    row.getLong(5)),
            today)
        .stream()
        .sorted((a, b) -> a.rule().compareTo(b.rule()))
        .toList();
  }

  /**
   * What stands out by a rule on this day, the newest first.
   *
   * @param after cursor of the part to read; null for the first
   * @throws org.lepta.service.kernel.RefusalException with {@link ReadCode#CURSOR_INVALID}
   */
  public Page<Finding> page(FindingRule rule, LocalDate today, @Nullable String after, int limit) {
    List<Object> parameters = new ArrayList<>(List.of(rule.label(), today));
    String behind = "";
    if (after != null) {
      behind = " AND (f.since, f.leaf, f.unit) < (?, ?, ?)";
      parameters.addAll(place(after));
    }
    List<Finding> found =
        index.list(
            "SELECT e.leaf, e.fund, e.owner, e.managed, e.committed, e.bytes, f.fund AS of_fund,"
                + " f.unit AS in_unit, f.amount AS stands_out, f.since"
                + " FROM finding f JOIN entry e ON e.leaf = f.leaf"
                + " WHERE f.rule = ? AND f.since <= ?"
                + behind
                + " ORDER BY f.since DESC, f.leaf DESC, f.unit DESC LIMIT "
                + (limit + 1),
            (row, n) ->
                new Finding(
                    Entries.record(row, n),
                    row.getString("of_fund"),
                    row.getString("in_unit"),
                    row.getBigDecimal("stands_out"),
                    row.getObject("since", LocalDate.class)),
            parameters.toArray());
    return found.size() <= limit
        ? new Page<>(found, null)
        : new Page<>(found.subList(0, limit), cursor(found.get(limit - 1)));
  }

  /** Where a list goes on: day, leaf and unit of the last that was handed out. */
  private static String cursor(Finding last) {
    return last.since() + "_" + last.entry().index() + "_" + last.unit();
  }

  private static List<Object> place(String cursor) {
    Matcher parts = CURSOR.matcher(cursor);
    try {
      if (parts.matches()) {
        return List.of(
            LocalDate.parse(parts.group(1)), Long.valueOf(parts.group(2)), parts.group(3));
      }
    } catch (DateTimeException e) {
      throw invalid(e);
    }
    throw invalid(null);
  }

  private static RefusalException invalid(@Nullable Exception cause) {
    RefusalException refused =
        ReadCode.CURSOR_INVALID.refusal("The cursor was not given out for this list.");
    if (cause != null) {
      refused.addSuppressed(cause);
    }
    return refused;
  }

  /** Sums over which two sides disagree. */
  public record Disputed(String unit, BigDecimal amount, long payments) {}

  /** What givers state to have paid where the receivers state another sum. */
  public List<Disputed> disputed() {
    return index.list(
        "SELECT unit, amount / 10000, entries FROM disputed_sum ORDER BY unit",
        (row, n) -> new Disputed(row.getString(1), row.getBigDecimal(2), row.getLong(3)));
  }
}
