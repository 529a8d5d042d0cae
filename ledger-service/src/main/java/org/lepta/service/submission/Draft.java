package org.lepta.service.submission;

import java.util.List;
import org.lepta.ledger.entry.Entry;

/**
 * An entry to be recorded, with the texts that belong to it.
 *
 * @param entry its own texts are kept; hashes of {@code texts} are added behind them
 */
public record Draft(Entry entry, List<PlainText> texts) {

  public Draft {
    texts = List.copyOf(texts);
  }

  /** A draft without texts. */
  public static Draft of(Entry entry) {
    return new Draft(entry, List.of());
  }
}
