package org.lepta.service.indexing.read;

import org.jspecify.annotations.Nullable;
import org.lepta.service.indexing.flow.Scope;
import org.springframework.stereotype.Component;

/** Who gave and who received, by size: what flow pictures and analytics show. Thread-safe. */
@Component
public final class Flows {

  private final Index index;
  private final Replay replay;
  private final FlowReader now;

  public Flows(Index index, Replay replay) {
    this.index = index;
    this.replay = replay;
    this.now = new FlowsNow(index);
  }

  /**
   * What a scope's flows were when the log had this size; null for now.
   *
   * @throws org.lepta.service.kernel.RefusalException with {@link ReadCode#AT_INVALID} if the log
   *     never had it
   */
  public FlowReader of(Scope scope, @Nullable Long at) {
    long size = index.sizeAt(at);
    return at == null || size == index.size() ? now : new FlowsThen(replay.flows(scope, size));
  }
}
