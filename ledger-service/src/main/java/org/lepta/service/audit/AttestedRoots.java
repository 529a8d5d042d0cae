package org.lepta.service.audit;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lepta.ledger.entry.Attestation;
import org.lepta.ledger.entry.Leaf;
import org.lepta.service.transparency.proof.Frontier;

/**
 * Which attestations speak of this log: a block ended at their size, and the log had their root
 * there. Costs nothing where there are none, else one more reading. Not thread-safe.
 */
final class AttestedRoots {

  private record Named(long leaf, long size, String root) {}

  private final TreeMap<Long, List<Named>> bySize = new TreeMap<>();

  void note(long index, Leaf leaf) {
    if (leaf.entry().body() instanceof Attestation a && leaf.repeatOf() == null) {
      bySize
          .computeIfAbsent(a.logSize(), size -> new ArrayList<>())
          .add(new Named(index, a.logSize(), a.logRoot().hex()));
    }
  }

  /** Compares with the log, of which {@code size} entries were read before. */
  Report.Attested check(LogReader log, long size) throws IOException, InterruptedException {
    if (bySize.isEmpty()) {
      return Report.Attested.NONE;
    }
    Set<Named> right = new HashSet<>();
    Frontier frontier = Frontier.empty();
    try (Bundles bundles = new Bundles(log, size)) {
      Leaf before = null;
      List<DecodedLeaf> bundle = bundles.next();
      while (!bundle.isEmpty() && frontier.size() <= bySize.lastKey()) {
        for (DecodedLeaf next : bundle) {
          compare(frontier, before, next.leaf(), right);
          frontier.append(next.hash());
          before = next.leaf();
        }
        bundle = bundles.next();
      }
      compare(frontier, before, null, right);
    }
    List<Long> others =
        bySize.values().stream()
            .flatMap(List::stream)
            .filter(n -> !right.contains(n))
            .map(Named::leaf)
            .sorted()
            .toList();
    return new Report.Attested(right.size(), others);
  }

  private void compare(
      Frontier frontier, @Nullable Leaf before, @Nullable Leaf after, Set<Named> right) {
    boolean end = before != null && (after == null || before.at().block() != after.at().block());
    List<Named> here = bySize.getOrDefault(frontier.size(), List.of());
    if (end && !here.isEmpty()) {
      String root = frontier.root().hex();
      here.stream().filter(n -> n.root().equals(root)).forEach(right::add);
    }
  }
}
