package org.lepta.service.explorer.page;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lepta.ledger.entry.Kind;
import org.lepta.service.indexing.read.EntryRecord;
import org.lepta.service.indexing.read.Lookups;
import org.lepta.service.indexing.read.ReadCode;
import org.lepta.service.kernel.Key;
import org.lepta.ui.view.Link;

/**
 * The entry that an id in a path names. An id is unique only per kind and who states it, so several
 * entries may have it.
 *
 * @param entry the newest that is no repeat, in the fund that was asked for if one was
 * @param others the older ones and those of other funds, newest first
 */
record Statement(EntryRecord entry, List<EntryRecord> others) {

  private static final int MOST = 20;

  /**
   * Finds it.
   *
   * @param fund the fund it must be of, or null
   * @param at size of the log that knew it, or null for now
   * @throws org.lepta.service.kernel.RefusalException with {@link ReadCode#NOT_FOUND}
   */
  static Statement find(
      Lookups lookups, Kind kind, Key key, @Nullable String fund, @Nullable Long at) {
    List<EntryRecord> named = lookups.statements(kind, key.id(), at, MOST);
    EntryRecord chosen =
        named.stream()
            .filter(entry -> fund == null || fund.equals(entry.fund()))
            .findFirst()
            .orElseThrow(() -> ReadCode.NOT_FOUND.refusal("Nothing is recorded under this key."));
    return new Statement(
        chosen, named.stream().filter(entry -> entry.index() != chosen.index()).toList());
  }

  List<Link> otherLinks(View view) {
    return others.stream().map(view::entry).toList();
  }
}
