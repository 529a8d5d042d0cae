package org.lepta.ledger.entry;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A field that is left out in JSON arrives as null and means an empty list. */
final class Lists {

  private Lists() {}

  static <T> List<T> copy(@Nullable List<T> list) {
    return list == null ? List.of() : List.copyOf(list);
  }
}
