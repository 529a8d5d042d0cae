package org.lepta.service.moving;

import java.util.List;
import org.lepta.ledger.entry.Entry;
import org.lepta.ledger.entry.Hash;
import org.lepta.ledger.entry.Header;
import org.lepta.ledger.entry.Publication;
import org.lepta.ledger.entry.TextHash;
import org.lepta.service.indexing.read.Lineage;
import org.lepta.service.kernel.Sha256;
import org.lepta.service.transparency.SaltedText;

/** The last entry of a ledger that was moved: a publication that names the new ledger. */
public final class Succession {

  private Succession() {}

  /**
   * The entry with which a ledger ends.
   *
   * @param first the member who started it, and ends it
   * @param firstBlock header hash of the new ledger's block 0, which names that ledger
   * @param log the name of the new log, as a text beside the ledger
   */
  public static Entry entry(String first, Sha256 firstBlock, SaltedText log) {
    TextHash name = new TextHash(Lineage.LOG, new Hash(log.commitment().hex()));
    return new Entry(
        Header.of(first + "/successor/" + firstBlock.hex().substring(0, 16), first)
            .with(List.of(name)),
        new Publication(Lineage.SUCCESSOR, new Hash(firstBlock.hex()), null));
  }

  /** Whether an entry is one. */
  static boolean names(Entry entry) {
    return entry.body() instanceof Publication note && note.role().equals(Lineage.SUCCESSOR);
  }
}
