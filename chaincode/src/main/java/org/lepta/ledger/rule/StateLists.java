package org.lepta.ledger.rule;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A list that is empty is left out in stored JSON and arrives as null. */
final class StateLists {

  private StateLists() {}

  static <T> List<T> copy(@Nullable List<T> list) {
    return list == null ? List.of() : List.copyOf(list);
  }
}
