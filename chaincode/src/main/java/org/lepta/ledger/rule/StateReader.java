package org.lepta.ledger.rule;

import org.jspecify.annotations.Nullable;

/** Reads one key of the world state. */
@FunctionalInterface
public interface StateReader {

  /** The value of a key, or null where none was written. The caller does not change the array. */
  byte @Nullable [] get(String key);
}
