package org.lepta.ledger.entry;

/**
 * One recorded fact, decision or note, as its sender states it; the ledger adds its position, who
 * recorded it and what it does to the balances (see the leaf).
 */
public record Entry(Header header, Body body) {

  public Kind kind() {
    return Kind.of(body);
  }

  public String id() {
    return header.id();
  }

  /** Unique across kinds: {@code kind:id}. */
  public String qualifiedId() {
    return kind().label() + ':' + header.id();
  }
}
