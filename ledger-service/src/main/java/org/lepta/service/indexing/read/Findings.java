package org.lepta.service.indexing.read;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What stands out, by rule (docs/reference/exceptions). Thread-safe. */
@Component
public final class Findings {

  private final Index index;
  private final Replay replay;

  public Findings(Index index, Replay replay) {
    this.index = index;
    this.replay = replay;
  }

  /**
   * What stands out as known when the log had this size; null for now. What is read of it is of one
   * moment within a {@linkplain Index#snapshot snapshot} only.
   *
   * @param today on which it is asked; as known then it is told for the day of the last entry
   * @throws org.lepta.service.kernel.RefusalException with {@link ReadCode#AT_INVALID} if the log
   *     never had that size
   */
  public FindingReader of(LocalDate today, @Nullable Long at) {
    if (at == null) {
      return new FindingsNow(index, today);
    }
    long size = index.sizeAt(at);
    return index.isNow(at) ? new FindingsNow(index, replay.dayOf(size)) : replay.findings(size);
  }
}
