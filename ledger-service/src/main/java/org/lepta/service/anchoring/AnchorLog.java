package org.lepta.service.anchoring;

import java.util.Optional;
import org.lepta.service.kernel.Sha256;
import org.lepta.service.transparency.proof.Checkpoint;
import org.lepta.service.transparency.proof.MerkleTree;

/** What an anchor asks of the log. Thread-safe. */
public interface AnchorLog {

  /** Returns the newest checkpoint that everybody sees; nothing where the log must not go on. */
  Optional<Checkpoint> newest();

  /**
   * Returns the tree of a published size, read from the files.
   *
   * @param size at most that of {@link #newest()}
   */
  MerkleTree tree(long size);

  /** Returns the root that this service computed from its own blocks, if a block ended there. */
  Optional<Sha256> computed(long size);
}
