package org.lepta.service.anchoring;

import java.util.Optional;

/**
 * The anchors that this service keeps, if any. Thread-safe.
 *
 * @param chain a contract on a chain
 * @param timestamps tokens of an authority
 */
public record Anchors(Optional<ChainAnchor> chain, Optional<TimestampAnchor> timestamps)
    implements AutoCloseable {

  /** Begins. */
  public void start() {
    chain.ifPresent(ChainAnchor::start);
    timestamps.ifPresent(TimestampAnchor::start);
  }

  @Override
  public void close() {
    chain.ifPresent(ChainAnchor::close);
    timestamps.ifPresent(TimestampAnchor::close);
  }
}
