package org.lepta.service.indexing.read;

import java.nio.file.Path;
import org.lepta.service.transparency.TextStore;

/** Readers of the index as the service puts them together. */
final class TestReads {

  private TestReads() {}

  static Entries entries(Index index, Path texts) {
    return entries(index, TextStore.open(texts));
  }

  static Entries entries(Index index, TextStore store) {
    return entries(index, store, EntrySearch.WINDOW);
  }

  static Entries entries(Index index, TextStore store, long window) {
    Texts texts = new Texts(store);
    return new Entries(
        index,
        new OrganisationNames(index, texts, new Lookups(index, texts)),
        new GrantTitles(index, texts),
        window);
  }
}
