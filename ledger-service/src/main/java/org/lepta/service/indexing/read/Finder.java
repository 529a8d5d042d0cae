package org.lepta.service.indexing.read;

import java.sql.Date;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.lepta.ledger.entry.Kind;
import org.springframework.stereotype.Component;

/**
 * Looks up whatever a reader has in hand: a leaf index, an id, a hash, an amount, a day, a name or
 * the title of a grant in Russian or Latin letters. Every look-up is a bounded read of one index.
 * Thread-safe.
 */
@Component
public final class Finder {

  /** The most hits of each kind. */
  public static final int MOST = 20;

  /** Longer searches are cut off: nothing here has a longer name. */
  private static final int MAX_LENGTH = 400;

  private static final String COLUMNS =
      "SELECT e.leaf, e.fund, e.owner, e.managed, e.committed, e.bytes FROM entry e ";

  private final Index index;
  private final Entries entries;
  private final OrganisationNames organisations;
  private final GrantTitles titles;
  private final NameWords funds;

  public Finder(
      Index index,
      Entries entries,
      OrganisationNames organisations,
      GrantTitles titles,
      Texts texts,
      Lookups lookups) {
    this.index = index;
    this.entries = entries;
    this.organisations = organisations;
    this.titles = titles;
    this.funds = new NameWords(index, texts, Kind.FUND, lookups::fundNames);
  }

  /** Reads all names and titles, so that the first reader who searches does not wait for it. */
  public void readNames() {
    organisations.read();
    funds.read();
    titles.readAll();
  }

  /** What may have been meant. */
  public SearchHits find(String text) {
    String q = text.length() > MAX_LENGTH ? text.substring(0, MAX_LENGTH) : text;
    SearchTerms terms = new SearchTerms(q.replace("\0", ""));
    if (terms.q().isEmpty()) {
      return SearchHits.only(List.of());
    }
    List<EntryRecord> exact = exact(terms);
    if (terms.isIndex()) {
      return SearchHits.only(exact);
    }
    GrantTitles.Hits titled = titles.newest(terms.q(), MOST);
    return new SearchHits(
        exact,
        organisations.find(terms.q(), MOST),
        funds.find(terms.q(), MOST).stream().limit(MOST).toList(),
        entries.load(titled.leaves()),
        titled.ofAll(),
        begins(terms.q()),
        amounts(terms),
        days(terms));
  }

  private List<EntryRecord> exact(SearchTerms terms) {
    Map<Long, EntryRecord> found = new TreeMap<>();
    terms.index().flatMap(entries::find).ifPresent(entry -> found.put(entry.index(), entry));
    entries.find(terms.q()).ifPresent(entry -> found.put(entry.index(), entry));
    index
        .list(
            COLUMNS + "WHERE e.id = ? AND e.repeat_of IS NULL ORDER BY e.leaf LIMIT " + MOST,
            Entries::record,
            terms.q())
        .forEach(entry -> found.put(entry.index(), entry));
    terms.hash().ifPresent(hash -> hashed(hash).forEach(entry -> found.put(entry.index(), entry)));
    return List.copyOf(found.values());
  }

  /** The leaf with this hash, or the last entry of the block after which the log had this root. */
  private List<EntryRecord> hashed(byte[] hash) {
    List<EntryRecord> found =
        new ArrayList<>(
            index.list(
                COLUMNS
                    + "WHERE substring(sha256('\\x00'::bytea || e.bytes) FOR 8) = ?"
                    + " AND sha256('\\x00'::bytea || e.bytes) = ?",
                Entries::record,
                Arrays.copyOf(hash, 8),
                hash));
    for (String column : List.of("root", "header_hash")) {
      found.addAll(
          index.list(
              COLUMNS
                  + "JOIN (SELECT size FROM block_root WHERE "
                  + column
                  + " = ? ORDER BY block LIMIT 1) AS b ON e.leaf = b.size - 1",
              Entries::record,
              (Object) hash));
    }
    return found;
  }

  private List<EntryRecord> begins(String q) {
    String begin = Search.begin(q);
    return index.list(
        COLUMNS
            + "WHERE e.leaf IN (SELECT part.leaf FROM unnest(?::text[]) AS k (kind)"
            + " CROSS JOIN LATERAL (SELECT leaf FROM entry WHERE kind = k.kind"
            + " AND lower(id) >= ? AND lower(id) < ? ORDER BY lower(id) LIMIT ?) AS part LIMIT ?)"
            + " ORDER BY e.leaf DESC",
        Entries::record,
        Arrays.stream(Kind.values()).map(Kind::label).toArray(String[]::new),
        begin,
        begin + Search.LAST,
        MOST,
        MOST);
  }

  private List<EntryRecord> amounts(SearchTerms terms) {
    List<EntryRecord> found = new ArrayList<>();
    for (long amount : terms.amounts()) {
      found.addAll(
          index.list(
              COLUMNS + "WHERE e.amount = ? ORDER BY e.leaf DESC LIMIT " + MOST,
              Entries::record,
              amount));
    }
    return found.stream().limit(MOST).toList();
  }

  private List<EntryRecord> days(SearchTerms terms) {
    return terms.days().isEmpty()
        ? List.of()
        : index.list(
            COLUMNS + "WHERE e.business_date = ? ORDER BY e.leaf DESC LIMIT " + MOST,
            Entries::record,
            Date.valueOf(terms.days().getFirst()));
  }
}
