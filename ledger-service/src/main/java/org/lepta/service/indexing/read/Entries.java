package org.lepta.service.indexing.read;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.lepta.ledger.codec.LeafCodec;
import org.lepta.ledger.entry.Kind;
import org.lepta.service.transparency.proof.MerkleHash;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Finds entries. Thread-safe. */
@Component
public final class Entries {

  /** Longest page. */
  public static final int MAX_LIMIT = 1_000;

  /** Selects what {@link #record} reads. */
  static final String RECORDS =
      "SELECT leaf, fund, owner, managed, committed, bytes FROM entry WHERE ";

  private static final String NEWEST_OF_FUND =
      "SELECT k.kind, found.leaf FROM unnest(?::text[]) AS k (kind) CROSS JOIN LATERAL"
          + " (SELECT e.leaf FROM entry e WHERE e.kind = k.kind AND e.fund = ? AND e.leaf < ?"
          + " ORDER BY e.leaf DESC LIMIT ?) AS found";
  private static final int CHUNK = 500;

  /** How many places of a whole list are looked up at once. */
  private static final int STRIDE = 20_000;

  private static final int MAX_ID = 1_024;

  private final Index index;
  private final Search search;
  private final long window;

  @Autowired
  public Entries(Index index, OrganisationNames names, GrantTitles titles) {
    this(index, names, titles, EntrySearch.WINDOW);
  }

  /**
   * Entries, looked for otherwise.
   *
   * @param window see {@link EntrySearch#WINDOW}
   */
  Entries(Index index, OrganisationNames names, GrantTitles titles, long window) {
    this.index = index;
    this.search = new Search(index, names, titles);
    this.window = window;
  }

  /**
   * A page of a list.
   *
   * @param cursor of an earlier page of the same query, or null for the first one
   * @param limit from 1 to {@link #MAX_LIMIT}
   * @throws org.lepta.service.kernel.RefusalException with {@link ReadCode#CURSOR_INVALID}, {@link
   *     ReadCode#AT_INVALID}, {@link ReadCode#FILTER_INVALID} or {@link ReadCode#SEARCH_TOO_BROAD}
   */
  public Page<EntryRecord> page(EntryQuery query, @Nullable String cursor, int limit) {
    if (limit < 1 || limit > MAX_LIMIT) {
      throw ReadCode.FILTER_INVALID.refusal("limit is a number from 1 to " + MAX_LIMIT + '.');
    }
    String list = query.fingerprint();
    Long last = cursor == null ? null : Cursor.parse(list, cursor);
    return index.snapshot(() -> {
      Found hits = search.find(query);
      List<EntryRecord> found = load(next(query, hits, last, index.sizeAt(query.at()), limit + 1));
      boolean more = found.size() > limit;
      List<EntryRecord> items = more ? found.subList(0, limit) : found;
      return new Page<>(items, more ? Cursor.after(list, items.getLast().index()) : null);
    });
  }

  /**
   * The newest entries of a fund by several lists of kinds, all found at once.
   *
   * @param lists kinds of each list
   * @param at size of the log as known then; null for now
   * @param limit most of each list
   * @return a list for each, the newest first
   * @throws org.lepta.service.kernel.RefusalException with {@link ReadCode#AT_INVALID}
   */
  public List<List<EntryRecord>> newest(
      String fund, List<Set<Kind>> lists, @Nullable Long at, int limit) {
    return index.snapshot(() -> {
      List<List<Long>> leaves = newestLeaves(fund, lists, index.behind(at), limit);
      Map<Long, EntryRecord> found = byLeaf(leaves.stream().flatMap(List::stream).toList());
      return leaves.stream().map(list -> inOrder(list, found)).toList();
    });
  }

  private List<List<Long>> newestLeaves(
      String fund, List<Set<Kind>> lists, long tooFar, int limit) {
    Map<Kind, List<Long>> byKind = new EnumMap<>(Kind.class);
    index.list(
        NEWEST_OF_FUND,
        (row, n) ->
            byKind
                .computeIfAbsent(
                    Kind.ofLabel(row.getString(1)).orElseThrow(), kind -> new ArrayList<>())
                .add(row.getLong(2)),
        EntrySql.labels(lists.stream().flatMap(Set::stream).toList()),
        fund,
        tooFar,
        limit);
    return lists.stream()
        .map(kinds ->
            kinds.stream()
                .flatMap(kind -> byKind.getOrDefault(kind, List.of()).stream())
                .sorted(Comparator.reverseOrder())
                .limit(limit)
                .toList())
        .toList();
  }

  /**
   * Hands out the whole list as it is now, in order; later entries are left out. Memory is bounded,
   * and no database connection is held between chunks.
   */
  public void forEach(EntryQuery query, Consumer<EntryRecord> consumer) {
    forEachChunk(query, chunk -> chunk.forEach(consumer));
  }

  /** The same by chunks, none of them empty, for what is looked up for many entries at once. */
  public void forEachChunk(EntryQuery query, Consumer<List<EntryRecord>> consumer) {
    long size = index.sizeAt(query.at());
    Found hits = search.find(query);
    Long last = null;
    List<Long> places;
    do {
      places = next(query, hits, last, size, STRIDE);
      for (int from = 0; from < places.size(); from += CHUNK) {
        consumer.accept(load(places.subList(from, Math.min(from + CHUNK, places.size()))));
      }
      last = places.isEmpty() ? null : places.getLast();
    } while (places.size() == STRIDE);
  }

  private List<Long> next(EntryQuery query, Found hits, @Nullable Long last, long size, int limit) {
    EntrySearch.Place after = last == null ? null : place(last);
    return new EntrySearch(query, hits, size, after, limit, window).run(index);
  }

  /** Where an entry stands in every order: entries never change, so its leaf index says it all. */
  private EntrySearch.Place place(long leaf) {
    return index
        .one(
            "SELECT leaf, business_date, amount FROM entry WHERE leaf = ?",
            EntrySearch.Place::read,
            leaf)
        .orElseThrow();
  }

  /** The leaf indexes of a list's first entries, at most so many. */
  List<Long> leaves(EntryQuery query, int limit) {
    return next(query, search.find(query), null, index.sizeAt(query.at()), limit);
  }

  /** Whether one of the filters by fund, organisation, amount or days alone leaves so few. */
  boolean isRare(EntryQuery query, int most) {
    return new RareFilters(query, most).isRare(index);
  }

  /** The entries at these leaf indexes, in that order. */
  List<EntryRecord> load(List<Long> leaves) {
    if (leaves.isEmpty()) {
      return List.of();
    }
    return inOrder(leaves, byLeaf(leaves));
  }

  /** The entries at these leaf indexes. */
  Map<Long, EntryRecord> byLeaf(List<Long> leaves) {
    Map<Long, EntryRecord> found = new HashMap<>();
    index
        .list(RECORDS + "leaf = ANY (?)", Entries::record, (Object) leaves.toArray(Long[]::new))
        .forEach(entry -> found.put(entry.index(), entry));
    return found;
  }

  private static List<EntryRecord> inOrder(List<Long> leaves, Map<Long, EntryRecord> found) {
    return leaves.stream().map(leaf -> Objects.requireNonNull(found.get(leaf))).toList();
  }

  /** Whether an entry may have this id; the database takes no other text. */
  public static boolean mayBeAnId(String id) {
    return id.length() <= MAX_ID && id.chars().noneMatch(Character::isISOControl);
  }

  /** The entry at a leaf index. */
  public Optional<EntryRecord> find(long leaf) {
    return index.one(RECORDS + "leaf = ?", Entries::record, leaf);
  }

  /**
   * The entry of a kind with this id; where several organisations state one, or one is repeated,
   * the first in log order.
   */
  public Optional<EntryRecord> find(Kind kind, String id) {
    return find(kind, id, Long.MAX_VALUE);
  }

  /**
   * The entry of a kind with this id in a log of that size. Of what is said of an organisation, its
   * own word comes first.
   */
  Optional<EntryRecord> find(Kind kind, String id, long size) {
    return index.one(
        RECORDS
            + "id = ? AND kind = ? AND leaf < ?"
            + " ORDER BY (kind = 'organisation' AND stated_by = id) DESC, leaf LIMIT 1",
        Entries::record,
        id,
        kind.label(),
        size);
  }

  /** The entry with this id across kinds, {@code kind:id}. */
  public Optional<EntryRecord> find(String qualifiedId) {
    int colon = qualifiedId.indexOf(':');
    return colon < 0
        ? Optional.empty()
        : Kind.ofLabel(qualifiedId.substring(0, colon))
            .flatMap(kind -> find(kind, qualifiedId.substring(colon + 1)));
  }

  static EntryRecord record(ResultSet row, int number) throws SQLException {
    byte[] bytes = row.getBytes("bytes");
    return new EntryRecord(
        row.getLong("leaf"),
        LeafCodec.decode(bytes),
        new LeafBytes(bytes),
        MerkleHash.leaf(bytes),
        row.getTimestamp("committed").toInstant(),
        row.getString("fund"),
        row.getString("owner"),
        (Boolean) row.getObject("managed"));
  }
}
