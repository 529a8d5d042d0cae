package org.lepta.service.indexing.read;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lepta.service.indexing.finding.FindingRule;

/** What stands out now: rows that are kept in step with the log. */
record FindingsNow(Index index, LocalDate day) implements FindingReader {

  @Override
  public List<Summed> sums() {
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
            day)
        .stream()
        .sorted(Comparator.comparing(Summed::rule))
        .toList();
  }

  @Override
  public Page<Finding> page(FindingRule rule, @Nullable String after, int limit) {
    List<Object> parameters = new ArrayList<>(List.of(rule.label(), day));
    String behind = "";
    if (after != null) {
      behind = " AND (f.since, f.leaf, f.unit) < (?, ?, ?)";
      FindingPlace last = FindingPlace.parse(after);
      parameters.addAll(List.of(last.since(), last.leaf(), last.unit()));
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
    return FindingPlace.page(found, limit);
  }

  @Override
  public List<Disputed> disputed() {
    return index.list(
        "SELECT unit, amount / 10000, entries FROM disputed_sum ORDER BY unit",
        (row, n) -> new Disputed(row.getString(1), row.getBigDecimal(2), row.getLong(3)));
  }
}
