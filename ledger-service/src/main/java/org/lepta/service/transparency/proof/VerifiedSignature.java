package org.lepta.service.transparency.proof;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A signature that verified.
 *
 * @param key the key that made it
 * @param cosignedAt for a witness, when it says it signed, in whole seconds; null for a log
 */
public record VerifiedSignature(VerifierKey key, @Nullable Instant cosignedAt) {

  /** Returns when a witness says it signed; empty for a log's own signature. */
  public Optional<Instant> time() {
    return Optional.ofNullable(cosignedAt);
  }
}
