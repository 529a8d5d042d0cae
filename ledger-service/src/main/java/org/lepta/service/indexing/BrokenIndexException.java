package org.lepta.service.indexing;

/**
 * An invariant of the index does not hold. Indexing stops, what was published stays served, and the
 * service reports itself unhealthy until a person looks (scripts/lepta fsck).
 */
public final class BrokenIndexException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** What contradicts what. */
  public BrokenIndexException(String message) {
    super(message);
  }
}
