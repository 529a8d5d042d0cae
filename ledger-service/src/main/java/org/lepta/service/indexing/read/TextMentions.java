package org.lepta.service.indexing.read;

import java.util.List;
import org.lepta.service.kernel.Sha256;
import org.springframework.stereotype.Component;

/** The texts that entries name, in log order. Thread-safe. */
@Component
public final class TextMentions {

  private final Index index;

  public TextMentions(Index index) {
    this.index = index;
  }

  /**
   * Some entries and their texts.
   *
   * @param hashes of the texts, in log order, without those named twice here
   * @param next the leaf from which to go on; where it began if there is no entry there yet
   */
  public record Chunk(List<Sha256> hashes, long next) {

    /** Copies the list. */
    public Chunk {
      hashes = List.copyOf(hashes);
    }
  }

  /** The texts of at most so many entries from a leaf on. */
  public Chunk from(long leaf, int entries) {
    List<EntryRecord> found =
        index.list(
            "SELECT leaf, fund, owner, managed, committed, bytes FROM entry"
                + " WHERE leaf >= ? ORDER BY leaf LIMIT ?",
            Entries::record,
            leaf,
            entries);
    List<Sha256> hashes =
        found.stream()
            .flatMap(entry -> entry.entry().header().texts().stream())
            .map(text -> Sha256.ofHex(text.hash().hex()))
            .distinct()
            .toList();
    return new Chunk(hashes, found.isEmpty() ? leaf : found.getLast().index() + 1);
  }
}
