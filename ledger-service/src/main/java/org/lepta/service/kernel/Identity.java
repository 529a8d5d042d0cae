package org.lepta.service.kernel;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.lepta.ledger.entry.Entry;
import org.lepta.ledger.entry.Kind;

/** What names one business fact: kind, who states it and its id. */
public record Identity(Kind kind, String statedBy, String id) {

  /** The identity of an entry. */
  public static Identity of(Entry entry) {
    return new Identity(entry.kind(), entry.header().statedBy(), entry.id());
  }

  /**
   * The short hash of kind and id under which rows are found; equal hashes are compared in full.
   */
  public long idHash() {
    return idHash(kind.label(), id);
  }

  /** The short hash of a kind's label and an id. */
  public static long idHash(String kind, String id) {
    byte[] text = (kind + '\0' + id).getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.wrap(Sha256.digest(text).bytes()).getLong();
  }
}
