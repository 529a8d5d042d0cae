package org.lepta.service.indexing.read;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lepta.ledger.money.Amount;
import org.lepta.service.indexing.facet.ListCounts;

/**
 * Tells by bounded reads of one index each whether one filter of a list alone leaves few entries.
 * What fund and organisation have is counted at most once. For one thread.
 */
final class RareFilters {

  private final EntryQuery query;
  private final long most;
  private @Nullable Map<String, Long> counts;

  /**
   * Looks at a list.
   *
   * @param most how many entries are few
   */
  RareFilters(EntryQuery query, long most) {
    this.query = query;
    this.most = most;
  }

  boolean isRare(Index index) {
    return ofFew(index) || hasFewOfTheAmounts(index) || hasFewOfTheDays(index);
  }

  /** Whether what the list's fund, organisation or recipient has is little. */
  boolean namesFew(Index index) {
    return ofFew(index)
        || (query.recipient() != null && isFew(index, "e.party = ?", query.recipient()));
  }

  /**
   * Whether a page is likely to be full after a fifth of the next {@code most} entries of all, if
   * what the fund and the organisation have is spread evenly. The recipient is not looked at.
   */
  boolean areMetOften(Index index, int page) {
    Map<String, Long> counts = counts(index);
    long all = counts.getOrDefault(ListCounts.ALL, 0L);
    return scopes().allMatch(scope -> counts.getOrDefault(scope, 0L) * most >= 5L * page * all);
  }

  private boolean ofFew(Index index) {
    Map<String, Long> counts = counts(index);
    return scopes().anyMatch(scope -> counts.getOrDefault(scope, 0L) <= most);
  }

  private Stream<String> scopes() {
    String fund = query.fund();
    String organisation = query.organisation();
    return Stream.of(
            fund == null ? null : ListCounts.ofFund(fund),
            organisation == null ? null : ListCounts.ofOrganisation(organisation))
        .filter(Objects::nonNull);
  }

  /** How many entries of the list's kinds the ledger, the fund and the organisation have. */
  private Map<String, Long> counts(Index index) {
    Map<String, Long> known = counts;
    if (known == null) {
      known = scopes().findAny().isEmpty() ? Map.of() : counted(index);
      counts = known;
    }
    return known;
  }

  private Map<String, Long> counted(Index index) {
    Map<String, Long> found = new HashMap<>();
    index.list(
        "SELECT scope, sum(entries) FROM list_count WHERE scope = ANY (?) AND kind = ANY (?)"
            + " GROUP BY scope",
        (row, n) -> found.put(row.getString(1), row.getLong(2)),
        Stream.concat(Stream.of(ListCounts.ALL), scopes()).toArray(String[]::new),
        EntrySql.labels(query.listed()));
    return found;
  }

  private boolean hasFewOfTheAmounts(Index index) {
    Amount least = query.minAmount();
    Amount greatest = query.maxAmount();
    return query.unit() != null
        && isFew(
            index,
            "e.unit = ? AND e.amount >= ? AND e.amount <= ?",
            query.unit(),
            least == null ? Long.MIN_VALUE : least.tenThousandths(),
            greatest == null ? Long.MAX_VALUE : greatest.tenThousandths());
  }

  private boolean hasFewOfTheDays(Index index) {
    LocalDate from = query.from();
    LocalDate to = query.to();
    return (from != null || to != null)
        && isFew(
            index,
            "e.business_date >= ? AND e.business_date < ?",
            from == null ? LocalDate.of(1, 1, 1) : from,
            to == null ? LocalDate.of(10_000, 1, 1) : to);
  }

  private boolean isFew(Index index, String condition, Object... values) {
    List<Object> parameters = new ArrayList<>();
    parameters.add(EntrySql.labels(query.listed()));
    parameters.addAll(Arrays.asList(values));
    String few = " LIMIT " + (most + 1);
    return index
            .one(
                "SELECT count(*) FROM (SELECT 1 FROM unnest(?::text[]) AS k (kind)"
                    + " CROSS JOIN LATERAL (SELECT 1 FROM entry e WHERE e.kind = k.kind AND "
                    + condition
                    + few
                    + ") AS part"
                    + few
                    + ") AS first",
                (row, n) -> row.getLong(1),
                parameters.toArray())
            .orElseThrow()
        <= most;
  }
}
