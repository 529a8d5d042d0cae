package org.lepta.service.anchoring;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.lepta.service.kernel.Sha256;

/**
 * How the timestamps stand.
 *
 * @param authority host that gives them
 * @param newest null before the first
 * @param trouble why none is taken now; null if all is well
 */
public record TimestampState(
    String authority, @Nullable Stamped newest, AnchorState.@Nullable Trouble trouble) {

  /**
   * A checkpoint with its token.
   *
   * @param time that the token says
   */
  public record Stamped(long size, Sha256 root, Instant time) {}
}
