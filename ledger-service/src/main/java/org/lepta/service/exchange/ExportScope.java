package org.lepta.service.exchange;

import org.jspecify.annotations.Nullable;
import org.lepta.ledger.entry.Kind;
import org.lepta.service.indexing.read.EntryQuery;
import org.lepta.service.transparency.proof.Checkpoint;

/**
 * What an export holds, and under what its records stand.
 *
 * @param checkpoint of the published log; the export is of the entries that it covers
 * @param fund only of this fund; null for all
 * @param organisation only of the funds that it owns; null for all
 */
public record ExportScope(
    Checkpoint checkpoint, @Nullable String fund, @Nullable String organisation) {

  /** Everything under a checkpoint. */
  public static ExportScope all(Checkpoint checkpoint) {
    return new ExportScope(checkpoint, null, null);
  }

  /** The entries of these kinds in it, oldest first; of all kinds if none is named. */
  public EntryQuery entries(Kind... kinds) {
    return EntryQuery.of(kinds)
        .fund(fund)
        .organisation(organisation)
        .at(checkpoint.size())
        .ascending(true);
  }
}
