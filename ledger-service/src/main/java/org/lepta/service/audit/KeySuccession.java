package org.lepta.service.audit;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lepta.service.indexing.IndexedKeys;
import org.lepta.service.kernel.Sha256;
import org.lepta.service.transparency.proof.Checkpoint;
import org.lepta.service.transparency.proof.FaultException;
import org.lepta.service.transparency.proof.Frontier;
import org.lepta.service.transparency.proof.NoteCheck;
import org.lepta.service.transparency.proof.RecordedKeys;
import org.lepta.service.transparency.proof.SignedNote;
import org.lepta.service.transparency.proof.VerifierKey;

/**
 * Follows a log's key from one that is believed to those that took over from it. Each step rests on
 * the old key's own signature: over a checkpoint that has the entry which names the new key, and
 * every entry before it. A second signature beside the old one would prove nothing, since anybody
 * can put a line under a note. Not thread-safe.
 */
final class KeySuccession {

  private final LogReader log;
  private final RecordedKeys recorded = new RecordedKeys();
  private final Frontier frontier = Frontier.empty();
  private final Map<String, VerifierKey> believed = new HashMap<>();
  private final List<Step> steps = new ArrayList<>();
  private final List<Waiting> waiting = new ArrayList<>();

  /** A key that took over from a believed one. */
  record Step(VerifierKey from, VerifierKey to, RecordedKeys.Change change) {}

  /** Counts once the log has this root at this size. */
  private record Waiting(long size, Sha256 root, Step step) {}

  /**
   * Takes a log and the keys that are believed for it.
   *
   * @param keys of the log's name
   */
  KeySuccession(LogReader log, List<VerifierKey> keys) {
    this.log = log;
    keys.forEach(key -> believed.put(key.toString(), key));
  }

  /**
   * Reads the log's first entries, so many, and returns the changes that are proven, in order.
   *
   * @throws org.lepta.service.transparency.tiles.DamagedTileException if a bundle cannot be read
   */
  List<Step> follow(long size) throws IOException, InterruptedException {
    try (Bundles bundles = new Bundles(log, size)) {
      for (List<DecodedLeaf> next = bundles.next(); !next.isEmpty(); next = bundles.next()) {
        for (DecodedLeaf leaf : next) {
          take(leaf);
        }
      }
    }
    return List.copyOf(steps);
  }

  private void take(DecodedLeaf decoded) throws IOException, InterruptedException {
    if (decoded.leaf() != null) {
      Optional<RecordedKeys.Change> change =
          IndexedKeys.named(frontier.size(), decoded.leaf()).flatMap(recorded::take);
      if (change.isPresent() && believed.containsKey(change.get().from())) {
        ask(change.get());
      }
    }
    frontier.append(decoded.hash());
    settle();
  }

  /** What cannot be read proves nothing, and the checkpoint that rests on it is refused. */
  private void ask(RecordedKeys.Change change) throws IOException, InterruptedException {
    Optional<byte[]> bytes = log.keyChange(change.leaf());
    VerifierKey from = believed.get(change.from());
    if (bytes.isEmpty() || from == null) {
      return;
    }
    try {
      SignedNote note = SignedNote.parse(bytes.get());
      Checkpoint last = Checkpoint.parse(note.text());
      if (last.origin().equals(from.name()) && NoteCheck.of(note, List.of(from)).isSignedBy(from)) {
        VerifierKey to = VerifierKey.parse(change.to());
        waiting.add(new Waiting(last.size(), last.root(), new Step(from, to, change)));
      }
    } catch (FaultException e) {
      return;
    }
  }

  /** A size that was passed already does not come again, so it has the entry. */
  private void settle() {
    for (Waiting next : waiting) {
      if (next.size() == frontier.size() && next.root().equals(frontier.root())) {
        believed.put(next.step().to().toString(), next.step().to());
        steps.add(next.step());
      }
    }
  }
}
