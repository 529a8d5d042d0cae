package org.lepta.service.anchoring;

import java.util.Optional;

/**
 * The anchors that this service keeps, if any. Thread-safe.
 *
 * @param chain a contract on a chain
 */
public record Anchors(Optional<ChainAnchor> chain) implements AutoCloseable {

  /** Begins. */
  public void start() {
    chain.ifPresent(ChainAnchor::start);
  }

  @Override
  public void close() {
    chain.ifPresent(ChainAnchor::close);
  }
}
