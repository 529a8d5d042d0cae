package org.lepta.service.indexing.read;

import java.util.List;
import org.lepta.ledger.entry.Kind;
import org.springframework.stereotype.Component;

/** Organisations by the words of their names. Thread-safe. */
@Component
public final class OrganisationNames {

  /** The most organisations that the filter of a list may mean. */
  static final int MAX_ORGANISATIONS = 100;

  private final NameWords words;

  public OrganisationNames(Index index, Texts texts, Lookups lookups) {
    this.words = new NameWords(index, texts, Kind.ORGANISATION, lookups::organisationNames);
  }

  /**
   * The organisations in whose names every word begins a word.
   *
   * @return none if a word has less than three letters or digits
   * @throws org.lepta.service.kernel.RefusalException with {@link ReadCode#SEARCH_TOO_BROAD}
   */
  List<String> find(String q) {
    List<String> found = words.find(q, MAX_ORGANISATIONS);
    if (found.size() > MAX_ORGANISATIONS) {
      throw ReadCode.SEARCH_TOO_BROAD.refusal(
          "More than " + MAX_ORGANISATIONS + " organisations are called so; write more of it.");
    }
    return found;
  }

  /** Reads all names that are not read yet; a search does it by itself. */
  void read() {
    words.read();
  }

  /** The first of them. */
  List<String> find(String q, int most) {
    return words.find(q, most).stream().limit(most).toList();
  }
}
