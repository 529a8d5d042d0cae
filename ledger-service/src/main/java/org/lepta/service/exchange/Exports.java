package org.lepta.service.exchange;

import java.io.OutputStream;
import org.lepta.service.exchange.internal.ActivityExport;
import org.lepta.service.exchange.internal.GrantExport;
import org.lepta.service.indexing.read.Entries;
import org.lepta.service.indexing.read.Lookups;
import org.lepta.service.indexing.read.Texts;
import org.springframework.stereotype.Component;

/**
 * Writes what the ledger holds in the forms of published standards (docs/reference/exports). Each
 * record says which leaf of the log it comes from; texts that were withdrawn and everything of
 * persons are left out. The same log gives the same bytes.
 *
 * <p>Entries are read in chunks and written at once, so memory does not grow with the log, and no
 * database connection is held while the reader is slow. A write that ends with an exception has
 * written no end of the document. Thread-safe.
 */
@Component
public final class Exports {

  private final GrantExport grants;
  private final ActivityExport activities;

  public Exports(Entries entries, Lookups lookups, Texts texts) {
    this.grants = new GrantExport(entries, lookups, texts);
    this.activities = new ActivityExport(entries, lookups, texts);
  }

  /**
   * Writes the grants as they stand, as a package of 360Giving JSON 1.4.3 in UTF-8; {@code out}
   * stays open.
   *
   * @throws tools.jackson.core.JacksonException if it cannot be written to
   */
  public void grants(ExportScope scope, OutputStream out) {
    grants.write(scope, out);
  }

  /**
   * Writes the funds and their movements, as activities of IATI 2.03 in UTF-8; {@code out} stays
   * open.
   *
   * @throws java.io.UncheckedIOException if it cannot be written to
   */
  public void activities(ExportScope scope, OutputStream out) {
    activities.write(scope, out);
  }
}
