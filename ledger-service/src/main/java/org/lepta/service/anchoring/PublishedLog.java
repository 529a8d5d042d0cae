package org.lepta.service.anchoring;

import java.sql.SQLException;
import java.util.Optional;
import org.lepta.service.kernel.Sha256;
import org.lepta.service.transparency.log.LogSource;
import org.lepta.service.transparency.log.TransparencyLog;
import org.lepta.service.transparency.proof.Checkpoint;
import org.lepta.service.transparency.proof.MerkleTree;

/**
 * The log of this service. Thread-safe.
 *
 * @param log what it publishes
 * @param source what it computed from its own blocks
 */
public record PublishedLog(TransparencyLog log, LogSource source) implements AnchorLog {

  @Override
  public Optional<Checkpoint> newest() {
    return log.sound();
  }

  @Override
  public MerkleTree tree(long size) {
    return log.tree(size);
  }

  @Override
  public Optional<Sha256> computed(long size) {
    try {
      return source.rootAt(size);
    } catch (SQLException e) {
      // Without an index nothing is known, and nothing is signed.
      return Optional.empty();
    }
  }
}
