package org.lepta.service.indexing.read;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lepta.ledger.money.Amount;
import org.lepta.service.indexing.Sum;
import org.lepta.service.indexing.finding.FindingRow;
import org.lepta.service.indexing.finding.FindingRule;
import org.lepta.service.indexing.matching.Disagreement;

/**
 * What stood out at an earlier size, worked out again from the entries up to there.
 *
 * @param day of the last of them: what was overdue then stays so, whenever it is looked at
 * @param rows all that stood out or was to stand out later
 * @param disagreements of two sides
 */
record FindingsThen(
    Entries entries, LocalDate day, List<FindingRow> rows, List<Disagreement> disagreements)
    implements FindingReader {

  private static final Comparator<FindingRow> ORDER =
      Comparator.comparing(FindingsThen::place, FindingPlace.ORDER);

  FindingsThen {
    rows = rows.stream().filter(row -> !row.since().isAfter(day)).sorted(ORDER).toList();
  }

  private static FindingPlace place(FindingRow row) {
    return new FindingPlace(row.since(), row.key().leaf(), row.key().unit());
  }

  private record Kept(FindingRule rule, boolean managed, String unit) {}

  @Override
  public List<Summed> sums() {
    Map<Kept, Sum> sums =
        new TreeMap<>(
            Comparator.comparing(Kept::rule)
                .thenComparing(kept -> !kept.managed())
                .thenComparing(Kept::unit));
    for (FindingRow row : rows) {
      sums.merge(
          new Kept(row.key().rule(), row.managed(), row.key().unit()),
          Sum.of(row.amount()),
          Sum::plus);
    }
    return sums.entrySet().stream()
        .map(e ->
            new Summed(
                e.getKey().rule(),
                e.getKey().managed(),
                e.getKey().unit(),
                e.getValue().amount(),
                e.getValue().entries()))
        .toList();
  }

  @Override
  public Page<Finding> page(FindingRule rule, @Nullable String after, int limit) {
    FindingPlace last = after == null ? null : FindingPlace.parse(after);
    List<FindingRow> found =
        rows.stream()
            .filter(row -> row.key().rule() == rule)
            .filter(row -> last == null || FindingPlace.ORDER.compare(place(row), last) > 0)
            .limit(limit + 1L)
            .toList();
    Map<Long, EntryRecord> shown =
        entries.byLeaf(found.stream().map(row -> row.key().leaf()).toList());
    return FindingPlace.page(found.stream().map(row -> finding(row, shown)).toList(), limit);
  }

  private static Finding finding(FindingRow row, Map<Long, EntryRecord> shown) {
    return new Finding(
        Objects.requireNonNull(shown.get(row.key().leaf())),
        row.fund(),
        row.key().unit(),
        row.amount(),
        row.since());
  }

  @Override
  public List<Disputed> disputed() {
    Map<String, Sum> sums = new TreeMap<>();
    for (Disagreement each : disagreements) {
      BigDecimal amount = new BigDecimal(each.place().amount(), Amount.SCALE);
      sums.merge(each.place().unit(), Sum.of(amount), Sum::plus);
    }
    return sums.entrySet().stream()
        .map(e -> new Disputed(e.getKey(), e.getValue().amount(), e.getValue().entries()))
        .toList();
  }
}
