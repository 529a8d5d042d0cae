package org.lepta.service.indexing.read;

import java.util.List;
import org.lepta.ledger.entry.Kind;
import org.lepta.service.kernel.Sha256;
import org.springframework.stereotype.Component;

/** The texts that entries name, in log order. Thread-safe. */
@Component
public final class TextMentions {

  /** Leaves that one statement looks through. */
  private static final long SCANNED = 50_000;

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

  /** At most so many withdrawals of texts from a leaf on, in log order. */
  public List<EntryRecord> withdrawals(long leaf, int limit) {
    return index.list(
        "SELECT leaf, fund, owner, managed, committed, bytes FROM entry"
            + " WHERE kind = ? AND leaf >= ? ORDER BY leaf LIMIT ?",
        Entries::record,
        Kind.WITHDRAWAL.label(),
        leaf,
        limit);
  }

  /**
   * Whether an entry that names this text was recorded by this member. Reads the leaves themselves,
   * the newest first, since no table knows the texts: for what is seldom asked.
   *
   * @param before only entries before this leaf count
   */
  public boolean isRecordedBy(String member, Sha256 text, long before) {
    for (long end = before; end > 0; end -= SCANNED) {
      List<EntryRecord> found =
          index.list(
              "SELECT leaf, fund, owner, managed, committed, bytes FROM entry"
                  + " WHERE leaf >= ? AND leaf < ? AND recorded_by = ?"
                  + " AND position(convert_to(?, 'UTF8') IN bytes) > 0",
              Entries::record,
              Math.max(0, end - SCANNED),
              end,
              member,
              text.hex());
      if (found.stream().anyMatch(entry -> names(entry, text))) {
        return true;
      }
    }
    return false;
  }

  private static boolean names(EntryRecord entry, Sha256 text) {
    return entry.entry().header().texts().stream()
        .anyMatch(named -> named.hash().hex().equals(text.hex()));
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
