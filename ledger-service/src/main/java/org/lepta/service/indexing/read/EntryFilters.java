package org.lepta.service.indexing.read;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lepta.ledger.entry.Kind;
import org.lepta.ledger.money.Amount;
import org.lepta.service.indexing.read.EntryQuery.Sort;

/** The conditions of a statement that finds entries, and its parameters in their order. */
final class EntryFilters {

  /** How the filter by organisation is met: by either of two indexes, never by both. */
  enum Lead {
    NONE("(e.owner = ? OR e.stated_by = ?)", 2),
    OWNER("e.owner = ?", 1),
    STATED("e.stated_by = ? AND (e.owner IS NULL OR e.owner <> e.stated_by)", 1);

    private final String condition;
    private final int uses;

    Lead(String condition, int uses) {
      this.condition = condition;
      this.uses = uses;
    }
  }

  private final EntryQuery query;
  private final long first;
  private final long tooFar;
  private final List<Object> parameters = new ArrayList<>();
  private @Nullable String condition;
  private @Nullable Object key;
  private long after;

  /** Between two leaf indexes, the second one exclusive. */
  EntryFilters(EntryQuery query, long first, long tooFar) {
    this.query = query;
    this.first = first;
    this.tooFar = tooFar;
  }

  /** Adds a condition of the whole list. */
  void and(@Nullable String value) {
    condition = value;
  }

  /** Adds that an entry stands behind another in the order of a column. */
  void behind(String column, Object value, long leaf) {
    condition =
        (condition == null ? "" : condition + " AND ")
            + "("
            + column
            + ", e.leaf) "
            + (query.order().ascending() ? ">" : "<")
            + " (?, ?)";
    key = value;
    after = leaf;
  }

  boolean hasCondition() {
    return condition != null;
  }

  void bind(Object parameter) {
    parameters.add(parameter);
  }

  Object[] parameters() {
    return parameters.toArray();
  }

  @Nullable String ofKinds(Collection<Kind> kinds) {
    if (kinds.isEmpty()) {
      return null;
    }
    parameters.add(EntrySql.labels(kinds));
    return "e.kind = ANY (?)";
  }

  /** All conditions, behind one that begins them. */
  String all(Lead lead, @Nullable String begin) {
    List<String> conditions = new ArrayList<>();
    if (begin != null) {
      conditions.add(begin);
    }
    add(conditions, "e.leaf >= ?", first);
    add(conditions, "e.leaf < ?", tooFar);
    add(conditions, "e.fund = ?", query.fund());
    if (query.organisation() != null) {
      conditions.add(lead.condition);
      for (int i = 0; i < lead.uses; i++) {
        parameters.add(query.organisation());
      }
    }
    add(conditions, "e.party = ?", query.recipient());
    add(conditions, "e.grant_id = ?", query.grant());
    add(conditions, "e.target = ?", query.target());
    add(conditions, "e.unit = ?", query.unit());
    add(conditions, "e.business_date >= ?", query.from());
    add(conditions, "e.business_date < ?", query.to());
    add(conditions, "e.amount >= ?", tenThousandths(query.minAmount()));
    add(conditions, "e.amount <= ?", tenThousandths(query.maxAmount()));
    addBehind(conditions);
    return String.join(" AND ", conditions);
  }

  private void add(List<String> conditions, String filter, @Nullable Object value) {
    if (value != null) {
      conditions.add(filter);
      parameters.add(value);
    }
  }

  /** Only what the index has that the order stands in: one for each kind, one for all entries. */
  String alongOrder(Sort by) {
    List<String> conditions = new ArrayList<>();
    if (query.kinds().size() == 1) {
      add(conditions, "e.kind = ?", query.kinds().iterator().next().label());
      add(conditions, "e.unit = ?", by == Sort.AMOUNT ? query.unit() : null);
    }
    addRange(conditions, by);
    addBehind(conditions);
    return String.join(" AND ", conditions);
  }

  private void addRange(List<String> conditions, Sort by) {
    if (by == Sort.DATE) {
      add(conditions, "e.business_date >= ?", query.from());
      add(conditions, "e.business_date < ?", query.to());
    } else {
      conditions.add("e.amount IS NOT NULL");
      add(conditions, "e.amount >= ?", tenThousandths(query.minAmount()));
      add(conditions, "e.amount <= ?", tenThousandths(query.maxAmount()));
    }
  }

  private void addBehind(List<String> conditions) {
    if (condition != null) {
      conditions.add(condition);
    }
    if (key != null) {
      parameters.add(key);
      parameters.add(after);
    }
  }

  private static @Nullable Long tenThousandths(@Nullable Amount amount) {
    return amount == null ? null : amount.tenThousandths();
  }
}
