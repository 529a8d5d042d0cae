package org.lepta.service.indexing.read;

import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lepta.ledger.entry.Body;
import org.lepta.ledger.entry.Epoch;
import org.lepta.ledger.entry.Genesis;
import org.lepta.ledger.entry.Hash;
import org.lepta.ledger.entry.Kind;
import org.lepta.ledger.entry.Publication;
import org.springframework.stereotype.Component;

/** Which log this one continues, and which ledger continues this one. Thread-safe. */
@Component
public final class Lineage {

  /** The role of the publication with which a ledger ends that was moved. */
  public static final String SUCCESSOR = "successor";

  /** The role of its text that is the name of the new log. */
  public static final String LOG = "log";

  private static final int MOST = 100;

  private final Index index;

  /** What the newest look found: every page asks, and entries never change. */
  private final AtomicReference<@Nullable Known> newest = new AtomicReference<>();

  /** Who continues this ledger when the log had a size. */
  private record Known(long size, Optional<Successor> successor) {}

  public Lineage(Index index) {
    this.index = index;
  }

  /**
   * A log that has ended and goes on in this one.
   *
   * @param origin its name
   * @param size its final size
   * @param root its final root, in hexadecimal
   */
  public record Previous(String origin, long size, String root) {}

  /**
   * The ledger that goes on where this one ended.
   *
   * @param entry that says so
   * @param firstBlock header hash of its block 0, in hexadecimal
   */
  public record Successor(EntryRecord entry, String firstBlock) {}

  /** The log that this one continues, by the newest entry that names one. */
  public Optional<Previous> previous() {
    return newest(Kind.EPOCH)
        .or(() -> newest(Kind.GENESIS))
        .map(entry -> previous(entry.entry().body()));
  }

  private Optional<EntryRecord> newest(Kind kind) {
    return all(kind).filter(entry -> previous(entry.entry().body()) != null).findFirst();
  }

  private static @Nullable Previous previous(Body body) {
    return switch (body) {
      case Genesis b -> previous(b.previousLog(), b.previousSize(), b.previousRoot());
      case Epoch b -> previous(b.previousLog(), b.previousSize(), b.previousRoot());
      default -> null;
    };
  }

  private static @Nullable Previous previous(
      @Nullable String origin, @Nullable Long size, @Nullable Hash root) {
    return origin == null || size == null || root == null
        ? null
        : new Previous(origin, size, root.hex());
  }

  /** The ledger that this one was moved to; only its first member can say so. */
  public Optional<Successor> successor() {
    return index.snapshot(() -> {
      long size = index.size();
      Known known = newest.get();
      if (known == null || known.size() != size) {
        known = new Known(size, findSuccessor());
        newest.set(known);
      }
      return known.successor();
    });
  }

  private Optional<Successor> findSuccessor() {
    return all(Kind.PUBLICATION)
        .flatMap(Lineage::successor)
        .filter(found -> found.entry().leaf().recordedBy().equals(firstMember()))
        .findFirst();
  }

  private static Stream<Successor> successor(EntryRecord entry) {
    return entry.entry().body() instanceof Publication note && note.role().equals(SUCCESSOR)
        ? Stream.of(new Successor(entry, note.sha256().hex()))
        : Stream.empty();
  }

  private @Nullable String firstMember() {
    return all(Kind.GENESIS)
        .min(Comparator.comparingLong(EntryRecord::index))
        .map(entry -> entry.leaf().recordedBy())
        .orElse(null);
  }

  /** The newest of a kind, the newest first. */
  private Stream<EntryRecord> all(Kind kind) {
    return index
        .list(
            "SELECT leaf, fund, owner, managed, committed, bytes FROM entry"
                + " WHERE kind = ? ORDER BY leaf DESC LIMIT ?",
            Entries::record,
            kind.label(),
            MOST)
        .stream();
  }
}
