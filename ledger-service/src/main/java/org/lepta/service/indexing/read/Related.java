package org.lepta.service.indexing.read;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.lepta.ledger.entry.Kind;
import org.springframework.stereotype.Component;

/**
 * Entries that belong to others, many at once: each method is one statement. Answers ascend by leaf
 * index and hold at most as many as are asked for. Thread-safe.
 */
@Component
public final class Related {

  private static final String SELECT =
      "SELECT leaf, fund, owner, managed, committed, bytes FROM entry WHERE ";

  private final Index index;

  public Related(Index index) {
    this.index = index;
  }

  /** The entries at these places. */
  public List<EntryRecord> at(Collection<Long> leaves) {
    return index.list(
        SELECT + "leaf = ANY (?) ORDER BY leaf",
        Entries::record,
        (Object) leaves.toArray(Long[]::new));
  }

  /** Entries of a kind with one of these ids, in a log of that size. */
  public List<EntryRecord> withIds(Kind kind, Collection<String> ids, long size, int limit) {
    return index.list(
        SELECT + "id = ANY (?) AND kind = ? AND leaf < ? ORDER BY leaf LIMIT " + limit,
        Entries::record,
        ids.toArray(String[]::new),
        kind.label(),
        size);
  }

  /** Entries of these kinds about one of these qualified ids, in a log of that size. */
  public List<EntryRecord> about(
      Collection<String> targets, Set<Kind> kinds, long size, int limit) {
    return index.list(
        SELECT + "target = ANY (?) AND kind = ANY (?) AND leaf < ? ORDER BY leaf LIMIT " + limit,
        Entries::record,
        targets.toArray(String[]::new),
        labels(kinds),
        size);
  }

  /** Entries of these kinds that belong to one of these grants of funds, in a log of that size. */
  public List<EntryRecord> ofGrants(
      Collection<Lookups.GrantKey> grants, Set<Kind> kinds, long size, int limit) {
    return index.list(
        SELECT
            + "(fund, grant_id) IN (SELECT * FROM unnest(?::text[], ?::text[]))"
            + " AND kind = ANY (?) AND leaf < ? ORDER BY leaf LIMIT "
            + limit,
        Entries::record,
        grants.stream().map(Lookups.GrantKey::fund).toArray(String[]::new),
        grants.stream().map(Lookups.GrantKey::grant).toArray(String[]::new),
        labels(kinds),
        size);
  }

  private static String[] labels(Set<Kind> kinds) {
    return kinds.stream().map(Kind::label).toArray(String[]::new);
  }
}
