package org.lepta.service.transparency.log;

import java.sql.SQLException;
import java.util.Optional;
import org.lepta.service.kernel.Sha256;
import org.lepta.service.transparency.proof.Checkpoint;
import org.lepta.service.transparency.proof.MerkleHash;
import org.lepta.service.transparency.witness.OwnRoot;

/** Compares with the roots that this service computed from its own blocks. Thread-safe. */
public final class RebuiltRoot implements OwnRoot {

  private final LogSource source;

  /** Takes the log as this service's own index holds it. */
  public RebuiltRoot(LogSource source) {
    this.source = source;
  }

  /** A checkpoint stands at the end of a block only, so any other size is of another log. */
  @Override
  public Finding of(Checkpoint checkpoint) {
    if (checkpoint.size() == 0) {
      return checkpoint.root().equals(MerkleHash.EMPTY) ? Finding.AGREES : Finding.DIFFERS;
    }
    try {
      Optional<Sha256> root = source.rootAt(checkpoint.size());
      if (root.isPresent()) {
        return root.get().equals(checkpoint.root()) ? Finding.AGREES : Finding.DIFFERS;
      }
      boolean behind = source.next(checkpoint.size() - 1, 1).isEmpty();
      return behind ? Finding.NOT_YET : Finding.DIFFERS;
    } catch (SQLException e) {
      // Without an index nothing is known, and nothing is cosigned.
      return Finding.NOT_YET;
    }
  }
}
