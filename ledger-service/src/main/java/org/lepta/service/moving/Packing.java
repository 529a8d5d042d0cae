package org.lepta.service.moving;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lepta.ledger.codec.EntryCodec;
import org.lepta.ledger.entry.Entry;
import org.lepta.ledger.entry.Leaf;
import org.lepta.ledger.entry.Through;
import org.lepta.ledger.rule.Batch;
import org.lepta.service.kernel.Identity;
import org.lepta.service.ledger.recording.Recorder;

/**
 * Cuts the old log into steps: neighbours that one organisation recorded in one kind of
 * transaction, up to the limits of a transaction. Where a step begins decides how it ends, so a
 * move that is taken up again sends the same batches. An entry and its repeat never share a step,
 * since a transaction takes the same entry once. Not thread-safe.
 */
final class Packing {

  private static final int LANE_ENTRIES = 500;
  private static final int BYTES = 900_000;

  private final LeafCursor old;
  private final Carried carried;

  Packing(LeafCursor old, Carried carried) {
    this.old = old;
    this.carried = carried;
  }

  /** Returns the next step; null when nothing is left to move. */
  @Nullable Step next() throws SQLException, IOException {
    Open open = null;
    for (Numbered leaf = old.peek(); leaf != null; leaf = old.peek()) {
      Optional<Entry> entry = carried.of(leaf);
      if (entry.isPresent()) {
        if (open == null) {
          open = new Open(leaf.leaf());
        } else if (!open.takes(leaf.leaf(), entry.get())) {
          return open.step(leaf.index());
        }
        open.add(entry.get(), leaf.index() + 1);
      }
      old.next();
    }
    return open == null ? null : open.step(open.end);
  }

  /** A step that is being filled. */
  private static final class Open {
    private final Leaf first;
    private final List<Entry> entries = new ArrayList<>();
    private final Set<Identity> identities = new HashSet<>();
    private int bytes;
    private long end;

    Open(Leaf first) {
      this.first = first;
    }

    boolean takes(Leaf leaf, Entry entry) {
      boolean alike =
          leaf.recordedBy().equals(first.recordedBy()) && leaf.through() == first.through();
      boolean together = Recorder.isFirstHalf(entries.getLast());
      return alike
          && !identities.contains(Identity.of(entry))
          && (together || (entries.size() < most() && bytes < BYTES));
    }

    /** One place is left for the other half of a transfer. */
    private int most() {
      return first.through() == Through.LANE ? LANE_ENTRIES : Batch.MAX_ENTRIES - 1;
    }

    void add(Entry entry, long next) {
      entries.add(entry);
      identities.add(Identity.of(entry));
      bytes += EntryCodec.encode(entry).length;
      end = next;
    }

    Step step(long next) {
      return new Step(first.recordedBy(), first.through(), entries, next);
    }
  }
}
