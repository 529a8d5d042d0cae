package org.lepta.service.kernel;

import org.lepta.ledger.entry.Entry;
import org.lepta.ledger.entry.Kind;

/** What names one business fact: kind, who states it and its id. */
public record Identity(Kind kind, String statedBy, String id) {

  /** Returns the identity of an entry. */
  public static Identity of(Entry entry) {
    return new Identity(entry.kind(), entry.header().statedBy(), entry.id());
  }

  /** Returns kind and id as they stand in public ids: {@code kind:id}. */
  public String qualifiedId() {
    return kind.label() + ':' + id;
  }
}
