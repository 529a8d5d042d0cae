package org.lepta.service.moving;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lepta.ledger.codec.EntryCodec;
import org.lepta.ledger.entry.Entry;
import org.lepta.ledger.entry.Flag;
import org.lepta.ledger.entry.Genesis;
import org.lepta.ledger.entry.Kind;
import org.lepta.ledger.entry.Leaf;
import org.lepta.service.moving.MoveException.Code;
import org.lepta.service.transparency.log.LogSource;

/**
 * Reads the new log beside the old one: every leaf of it must be the old one's, in the same order
 * and with the same effect, or be about the new ledger itself. Not thread-safe.
 */
final class Walk {

  /** What a new ledger says of itself; organisations, because a service introduces its own. */
  private static final Set<Kind> OWN =
      EnumSet.of(Kind.GENESIS, Kind.MEMBER, Kind.LOG_KEY, Kind.ORGANISATION);

  private final OldLog previous;
  private final LeafCursor old;
  private final LeafCursor fresh;
  private long next;

  Walk(OldLog previous, LogSource fresh, long size) {
    this.previous = previous;
    this.old = new LeafCursor(previous.leaves(), 0, previous.size());
    this.fresh = new LeafCursor(fresh, 0, size);
  }

  /**
   * Walks to the end of the new log.
   *
   * @return the first leaf of the old log that is not moved yet, or its size
   */
  long next() throws SQLException, IOException, MoveException {
    for (Numbered leaf = fresh.next(); leaf != null; leaf = fresh.next()) {
      Long moved = leaf.entry().header().moved();
      if (moved == null) {
        requireOwn(leaf);
      } else {
        requireSame(leaf, find(leaf, moved));
        next = moved + 1;
      }
    }
    return next;
  }

  /** Walks to the end of both logs; whatever moves must have moved. */
  void whole() throws SQLException, IOException, MoveException {
    next();
    for (Numbered leaf = old.next(); leaf != null; leaf = old.next()) {
      requireLeftOut(leaf);
    }
  }

  private void requireOwn(Numbered leaf) throws MoveException {
    boolean own = OWN.contains(leaf.entry().kind());
    if (!own || (leaf.entry().body() instanceof Genesis genesis && !continues(genesis))) {
      throw new MoveException(
          Code.MOVE_TARGET_FOREIGN,
          "entry %d of the new ledger, %s, is not of this move"
              .formatted(leaf.index(), leaf.entry().qualifiedId()));
    }
  }

  private boolean continues(Genesis genesis) {
    return previous.origin().equals(genesis.previousLog())
        && Objects.equals(genesis.previousSize(), previous.size())
        && genesis.previousRoot() != null
        && genesis.previousRoot().hex().equals(previous.root().hex());
  }

  private Numbered find(Numbered leaf, long moved) throws SQLException, IOException, MoveException {
    if (moved < next) {
      throw new MoveException(
          Code.MOVE_DIFFERS,
          "entry %d of the new ledger is entry %d of the old one, which came before"
              .formatted(leaf.index(), moved));
    }
    for (Numbered before = old.next(); before != null; before = old.next()) {
      if (before.index() == moved) {
        return before;
      }
      requireLeftOut(before);
    }
    throw new MoveException(
        Code.MOVE_TARGET_FOREIGN,
        "entry %d of the new ledger is of an entry %d that the old one has not"
            .formatted(leaf.index(), moved));
  }

  /** An organisation may stand on the new ledger already, in a service's own words. */
  private static void requireLeftOut(Numbered leaf) throws MoveException {
    if (Carried.moves(leaf.entry()) && leaf.entry().kind() != Kind.ORGANISATION) {
      throw new MoveException(
          Code.MOVE_DIFFERS,
          "entry %d of the old ledger, %s, is not on the new one"
              .formatted(leaf.index(), leaf.entry().qualifiedId()));
    }
  }

  private static void requireSame(Numbered fresh, Numbered old) throws MoveException {
    String field = difference(fresh.leaf(), old.leaf(), old.index());
    if (field != null) {
      throw new MoveException(
          Code.MOVE_DIFFERS,
          "entry %d of the new ledger, %s, has another %s than entry %d of the old one"
              .formatted(fresh.index(), fresh.entry().qualifiedId(), field, old.index()));
    }
  }

  /** The first part that is not as before. */
  private static @Nullable String difference(Leaf fresh, Leaf old, long index) {
    if (!Arrays.equals(bytes(fresh.entry(), index), bytes(old.entry(), index))) {
      return "content";
    } else if (!fresh.recordedBy().equals(old.recordedBy())) {
      return "recordedBy";
    } else if (fresh.through() != old.through()) {
      return "through";
    } else if (!Objects.equals(fresh.fundSeq(), old.fundSeq())) {
      return "fundSeq";
    } else if (!fresh.postings().equals(old.postings())) {
      return "postings";
    } else if (!fresh.balances().equals(old.balances())) {
      return "balances";
    }
    return flags(fresh).equals(flags(old)) ? null : "flags";
  }

  private static byte[] bytes(Entry entry, long index) {
    return EntryCodec.encode(new Entry(entry.header().movedFrom(index), entry.body()));
  }

  /** What was late is not called late again: it came in time to its first ledger, or is there. */
  private static Set<Flag> flags(Leaf leaf) {
    Set<Flag> flags = EnumSet.noneOf(Flag.class);
    flags.addAll(leaf.flags());
    flags.remove(Flag.LATE);
    return flags;
  }
}
