package org.lepta.service.passport;

import java.util.Collection;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.lepta.ledger.codec.CodecException;
import org.lepta.ledger.codec.LeafCodec;
import org.lepta.ledger.entry.Body;
import org.lepta.ledger.entry.Entry;
import org.lepta.ledger.entry.Leaf;
import org.lepta.service.passport.Passport.ProvenLeaf;

/** The leaves of a passport, read. */
public final class ReadLeaves {

  private final SequencedMap<Long, Leaf> leaves = new TreeMap<>();

  /**
   * Reads them.
   *
   * @throws PassportException with {@link PassportCode#LEAF_MALFORMED} for bytes that are no leaf
   *     in its one form
   */
  ReadLeaves(Collection<ProvenLeaf> proven) throws PassportException {
    for (ProvenLeaf leaf : proven) {
      leaves.put(leaf.proof().leafIndex(), read(leaf));
    }
  }

  private static Leaf read(ProvenLeaf proven) throws PassportException {
    try {
      return LeafCodec.decode(proven.bytes());
    } catch (CodecException e) {
      throw new PassportException(
          PassportCode.LEAF_MALFORMED,
          "leaf " + proven.proof().leafIndex() + ": " + e.getMessage());
    }
  }

  /** The leaf at an index, if it is here. */
  public Optional<Leaf> find(long index) {
    return Optional.ofNullable(leaves.get(index));
  }

  /** All leaves by index, ascending. */
  public SequencedMap<Long, Leaf> all() {
    return leaves;
  }

  /** The entries of a type, oldest first. */
  public <B extends Body> Stream<Entry> of(Class<B> type) {
    return leaves.values().stream().map(Leaf::entry).filter(entry -> type.isInstance(entry.body()));
  }
}
