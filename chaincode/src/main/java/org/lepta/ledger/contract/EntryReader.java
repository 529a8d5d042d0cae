package org.lepta.ledger.contract;

import org.lepta.ledger.codec.CanonicalJson;
import org.lepta.ledger.codec.CodecException;
import org.lepta.ledger.codec.EntryCodec;
import org.lepta.ledger.entry.Entry;
import org.lepta.ledger.rule.Code;
import org.lepta.ledger.rule.RefusedException;
import tools.jackson.databind.JsonNode;

/** Reads one entry of a request, so that a malformed one loses no neighbour. */
final class EntryReader {

  /** Longest entry; with postings and balances its leaf stays far below 65,535 bytes. */
  static final int MAX_BYTES = 32 << 10;

  private EntryReader() {}

  /** An entry and its canonical bytes. */
  static final class Canonical {
    private final Entry entry;
    private final byte[] bytes;

    private Canonical(Entry entry, byte[] bytes) {
      this.entry = entry;
      this.bytes = bytes;
    }

    Entry entry() {
      return entry;
    }

    /** The bytes themselves, which nobody changes. */
    byte[] bytes() {
      return bytes;
    }
  }

  /**
   * Reads one entry.
   *
   * @throws RefusedException with ENTRY_MALFORMED or ENTRY_TOO_LARGE
   */
  static Canonical read(JsonNode node) {
    try {
      Entry entry = EntryCodec.fromTree(node);
      // What was read encodes to the same bytes, so the tree's are the entry's.
      byte[] bytes = CanonicalJson.write(node);
      if (bytes.length > MAX_BYTES) {
        throw new RefusedException(Code.ENTRY_TOO_LARGE, "entry");
      }
      return new Canonical(entry, bytes);
    } catch (CodecException e) {
      throw new RefusedException(Code.ENTRY_MALFORMED, e.field().isEmpty() ? "entry" : e.field());
    }
  }
}
