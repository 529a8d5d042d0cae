package org.lepta.service.audit;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import org.lepta.ledger.entry.Leaf;
import org.lepta.service.transparency.proof.BelievedCheckpoint;
import org.lepta.service.transparency.proof.Checkpoint;
import org.lepta.service.transparency.proof.FaultException;
import org.lepta.service.transparency.proof.Frontier;
import org.lepta.service.transparency.proof.InclusionProof;
import org.lepta.service.transparency.proof.MerkleHash;
import org.lepta.service.transparency.proof.Policy;
import org.lepta.service.transparency.proof.ProofException;
import org.lepta.service.transparency.proof.ReceiptVerifier;
import org.lepta.service.transparency.proof.SignedNote;
import org.lepta.service.transparency.tiles.TilePath;
import org.lepta.service.transparency.tiles.TileTree;

/**
 * A published log whose entries are believed only under a checkpoint that is believed. A log that
 * is missing a tile or has a damaged one ends every method with {@link
 * org.lepta.service.transparency.tiles.DamagedTileException}. Not thread-safe.
 */
public final class VerifiedLog implements AutoCloseable {

  private final Place place;
  private final Policy policy;

  private VerifiedLog(Place place, Policy policy) {
    this.place = place;
    this.policy = policy;
  }

  /** The entries are not those under the signed root, or one of them is no leaf. */
  public static final class DiffersException extends Exception {

    private static final long serialVersionUID = 1L;

    DiffersException(String message) {
      super(message);
    }
  }

  /** Takes entries. */
  @FunctionalInterface
  public interface Visitor {

    /** Takes the next one. */
    void leaf(long index, Leaf leaf);
  }

  /**
   * An entry with its proof.
   *
   * @param bytes of the leaf, exactly
   */
  @SuppressWarnings("ArrayRecordComponent")
  public record ProvenEntry(byte[] bytes, InclusionProof proof) {}

  /**
   * Opens an address of a service, a log folder or a data folder.
   *
   * @throws FaultException if a key that the service names cannot be read
   * @throws IOException if it cannot be reached
   */
  public static VerifiedLog open(String name, Trust trust)
      throws IOException, InterruptedException, FaultException {
    Place place = Place.open(name, null);
    try {
      return new VerifiedLog(place, trust.of(place.server()));
    } catch (IOException | InterruptedException | FaultException | RuntimeException e) {
      place.close();
      throw e;
    }
  }

  /** What it is called in messages. */
  public String name() {
    return place.log().name();
  }

  /** The newest checkpoint, checked. */
  public BelievedCheckpoint newest() throws IOException, InterruptedException, FaultException {
    return check(place.log().checkpoint());
  }

  /** The note that the log keeps as the first behind the draw at this leaf. */
  public Optional<byte[]> afterDraw(long leaf) throws IOException, InterruptedException {
    return place.log().afterDraw(leaf);
  }

  /** Checks a signed checkpoint by those who are believed. */
  public BelievedCheckpoint check(byte[] note) throws FaultException {
    return ReceiptVerifier.allowingUnknownSignatures(policy).believe(SignedNote.parse(note));
  }

  /** The first entry among so many for which this holds; not yet under any root. */
  public OptionalLong findUnverified(long size, Predicate<Leaf> which)
      throws IOException, InterruptedException {
    long index = 0;
    try (Bundles bundles = new Bundles(place.log(), size)) {
      for (List<DecodedLeaf> next = bundles.next(); !next.isEmpty(); next = bundles.next()) {
        for (DecodedLeaf decoded : next) {
          if (decoded.leaf() != null && which.test(decoded.leaf())) {
            return OptionalLong.of(index);
          }
          index++;
        }
      }
    }
    return OptionalLong.empty();
  }

  /**
   * Hands out all entries under a checkpoint, in order. What was handed out counts only if this
   * returns normally.
   *
   * @throws DiffersException if they give another root, or one is no leaf
   */
  public void forEach(Checkpoint checkpoint, Visitor visitor)
      throws IOException, InterruptedException, DiffersException {
    Frontier frontier = Frontier.empty();
    try (Bundles bundles = new Bundles(place.log(), checkpoint.size())) {
      for (List<DecodedLeaf> next = bundles.next(); !next.isEmpty(); next = bundles.next()) {
        for (DecodedLeaf decoded : next) {
          if (decoded.leaf() == null) {
            throw new DiffersException("leaf " + frontier.size() + " is no leaf in its one form");
          }
          visitor.leaf(frontier.size(), decoded.leaf());
          frontier.append(decoded.hash());
        }
      }
    }
    if (!frontier.root().equals(checkpoint.root())) {
      throw new DiffersException(
          "the entries give the root %s, signed is %s"
              .formatted(frontier.root(), checkpoint.root()));
    }
  }

  /**
   * One entry with its proof under a checkpoint.
   *
   * @throws DiffersException if the log's tiles do not prove it
   */
  public ProvenEntry entry(long leaf, Checkpoint checkpoint) throws IOException, DiffersException {
    TileTree tree = new TileTree(this::tile, checkpoint.size());
    byte[] bytes = tree.leaf(leaf);
    InclusionProof proof = tree.tree().inclusion(leaf, checkpoint.size());
    try {
      proof.verify(MerkleHash.leaf(bytes), checkpoint.size(), checkpoint.root());
    } catch (ProofException e) {
      throw new DiffersException("the tiles do not prove leaf " + leaf + ": " + e.getMessage());
    }
    return new ProvenEntry(bytes, proof);
  }

  private byte[] tile(TilePath path) throws IOException {
    try {
      return place.log().read(path);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException(path + " was not waited for");
    }
  }

  @Override
  public void close() throws IOException {
    place.close();
  }
}
