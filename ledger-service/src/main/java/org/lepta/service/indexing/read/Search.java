package org.lepta.service.indexing.read;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.lepta.ledger.entry.Kind;

/**
 * Finds what {@code q} means: entries whose id begins so, grants that are titled so, and
 * organisations that are called so. All come from an index and are bounded; what would be more is
 * refused.
 */
final class Search {

  /** The most entries whose ids begin with what is searched for. */
  static final int MAX_IDS = 10_000;

  /** The most grants that are titled as is searched for. */
  static final int MAX_TITLES = 10_000;

  /** Behind every character that an id may hold. */
  static final String LAST = Character.toString(Character.MAX_CODE_POINT);

  private final Index index;
  private final OrganisationNames names;
  private final GrantTitles titles;

  Search(Index index, OrganisationNames names, GrantTitles titles) {
    this.index = index;
    this.names = names;
    this.titles = titles;
  }

  /**
   * Looks up the search of a query.
   *
   * @throws org.lepta.service.kernel.RefusalException with {@link ReadCode#SEARCH_TOO_BROAD}
   */
  Found find(EntryQuery query) {
    String q = query.q();
    if (q == null) {
      return Found.NONE;
    }
    List<Long> leaves = new ArrayList<>(ids(begin(q), query.listed()));
    if (query.listed().contains(Kind.GRANT)) {
      leaves.addAll(titled(q));
    }
    return new Found(leaves, names.find(q));
  }

  private List<Long> titled(String q) {
    List<Long> found = titles.find(q, MAX_TITLES + 1);
    if (found.size() > MAX_TITLES) {
      throw ReadCode.SEARCH_TOO_BROAD.refusal(
          "More than " + MAX_TITLES + " grants are titled so; write more of it.");
    }
    return found;
  }

  /** Ids of several kinds begin with the kind where all kinds are listed; that is left out here. */
  static String begin(String q) {
    int colon = q.indexOf(':');
    boolean qualified = colon > 0 && Kind.ofLabel(q.substring(0, colon)).isPresent();
    return lowerAscii(qualified ? q.substring(colon + 1) : q);
  }

  private List<Long> ids(String begin, Collection<Kind> kinds) {
    List<Long> found =
        index.list(
            "SELECT part.leaf FROM unnest(?::text[]) AS k (kind) CROSS JOIN LATERAL"
                + " (SELECT e.leaf FROM entry e WHERE e.kind = k.kind AND lower(e.id) >= ?"
                + " AND lower(e.id) < ? LIMIT ?) AS part LIMIT ?",
            (row, n) -> row.getLong(1),
            EntrySql.labels(kinds),
            begin,
            begin + LAST,
            MAX_IDS + 1,
            MAX_IDS + 1);
    if (found.size() > MAX_IDS) {
      throw ReadCode.SEARCH_TOO_BROAD.refusal(
          "More than " + MAX_IDS + " ids begin so; write more of it.");
    }
    return found;
  }

  /** As the database lowers ids, which compares bytes: no letter beyond ASCII changes. */
  private static String lowerAscii(String text) {
    StringBuilder lowered = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      lowered.append(c < 0x80 ? String.valueOf(c).toLowerCase(Locale.ROOT) : String.valueOf(c));
    }
    return lowered.toString();
  }
}
