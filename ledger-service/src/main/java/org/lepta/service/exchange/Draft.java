package org.lepta.service.exchange;

import java.util.List;
import org.lepta.ledger.entry.Entry;

/**
 * An entry to be recorded, with the texts that belong to it.
 *
 * @param entry its header's {@code texts} are empty; the {@link Intake} fills them with the salted
 *     hashes of {@code texts}, in order
 * @param texts at most 64
 */
public record Draft(Entry entry, List<PlainText> texts) {

  public Draft {
    texts = List.copyOf(texts);
  }
}
