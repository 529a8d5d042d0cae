package org.lepta.service.indexing.read;

import org.jspecify.annotations.Nullable;
import org.lepta.ledger.entry.Kind;
import org.lepta.ledger.entry.LogKey;
import org.springframework.stereotype.Component;

/** Which keys of logs stand on the ledger. Thread-safe. */
@Component
public final class LogKeys {

  /** The newest ones; a ledger has a few at most. */
  private static final int MOST = 100;

  private final Entries entries;

  public LogKeys(Entries entries) {
    this.entries = entries;
  }

  /** Whether an entry names this key; no key is on no ledger. */
  public boolean isRecorded(@Nullable String vkey) {
    return vkey != null
        && entries.page(EntryQuery.of(Kind.LOG_KEY), null, MOST).items().stream()
            .anyMatch(entry -> isOf(entry, vkey));
  }

  private static boolean isOf(EntryRecord entry, String vkey) {
    return entry.entry().body() instanceof LogKey key && key.vkey().equals(vkey);
  }
}
