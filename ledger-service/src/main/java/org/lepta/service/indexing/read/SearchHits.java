package org.lepta.service.indexing.read;

import java.util.List;

/**
 * What a search found, by what may have been meant; each list is bounded, the best or newest first.
 *
 * @param exact entries that it names: by leaf index, by id, by hash
 * @param organisations ids of those that are called so
 * @param funds ids of those that are called so
 * @param titles grants that are titled so
 * @param allTitles whether all titles were looked at; a service that has just started may be
 *     reading
 * @param begins entries whose ids begin so
 * @param amounts entries of that amount, in any unit
 * @param days entries of that day
 */
public record SearchHits(
    List<EntryRecord> exact,
    List<String> organisations,
    List<String> funds,
    List<EntryRecord> titles,
    boolean allTitles,
    List<EntryRecord> begins,
    List<EntryRecord> amounts,
    List<EntryRecord> days) {

  /** Of entries that were meant without a doubt. */
  static SearchHits only(List<EntryRecord> exact) {
    return new SearchHits(
        exact, List.of(), List.of(), List.of(), true, List.of(), List.of(), List.of());
  }

  public SearchHits {
    exact = List.copyOf(exact);
    organisations = List.copyOf(organisations);
    funds = List.copyOf(funds);
    titles = List.copyOf(titles);
    begins = List.copyOf(begins);
    amounts = List.copyOf(amounts);
    days = List.copyOf(days);
  }

  /** Whether nothing was found. */
  public boolean isEmpty() {
    return !isOther() && exact.isEmpty() && begins.isEmpty();
  }

  /** Whether exactly one entry can have been meant. */
  public boolean isOne() {
    return exact.size() == 1 && !isOther();
  }

  private boolean isOther() {
    return !(organisations.isEmpty()
        && funds.isEmpty()
        && titles.isEmpty()
        && amounts.isEmpty()
        && days.isEmpty());
  }
}
