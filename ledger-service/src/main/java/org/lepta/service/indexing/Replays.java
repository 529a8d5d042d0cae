package org.lepta.service.indexing;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.lepta.service.kernel.Identity;

/** Under which numbers the facts of a group of blocks stand. Not thread-safe. */
sealed interface Replays {

  /** Remembers that a fact stands under a number. */
  void add(Identity identity, Origin origin);

  /** Whether this very fact stands under this very number already. */
  boolean contains(Identity identity, Origin origin);

  /** Remembers what is added. */
  static Replays remembering() {
    return new Remembering(new HashMap<>());
  }

  /** Remembers nothing. */
  static Replays none() {
    return new None();
  }

  /** The numbers by fact. */
  record Remembering(Map<Identity, Set<Origin>> origins) implements Replays {

    @Override
    public void add(Identity identity, Origin origin) {
      origins.computeIfAbsent(identity, i -> new HashSet<>()).add(origin);
    }

    @Override
    public boolean contains(Identity identity, Origin origin) {
      return origins.getOrDefault(identity, Set.of()).contains(origin);
    }
  }

  /** No number is known. */
  record None() implements Replays {

    @Override
    public void add(Identity identity, Origin origin) {}

    @Override
    public boolean contains(Identity identity, Origin origin) {
      return false;
    }
  }
}
