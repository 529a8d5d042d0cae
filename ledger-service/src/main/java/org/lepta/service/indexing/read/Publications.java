package org.lepta.service.indexing.read;

import java.util.Optional;
import org.lepta.ledger.entry.Kind;
import org.lepta.ledger.entry.Publication;
import org.springframework.stereotype.Component;

/** Which released files the log names. Thread-safe. */
@Component
public final class Publications {

  /** The role of the verifier that works without network. */
  public static final String VERIFIER = "verifier";

  /** The newest ones; each release of a file has one of each member. */
  private static final int MOST = 100;

  private final Entries entries;

  public Publications(Entries entries) {
    this.entries = entries;
  }

  /** The newest entry that names the verifier with this hash, if one does. */
  public Optional<EntryRecord> verifier(String sha256) {
    return entries.page(EntryQuery.of(Kind.PUBLICATION), null, MOST).items().stream()
        .filter(entry -> isOf(entry, sha256))
        .findFirst();
  }

  private static boolean isOf(EntryRecord entry, String sha256) {
    return entry.entry().body() instanceof Publication note
        && note.role().equals(VERIFIER)
        && note.sha256().hex().equals(sha256);
  }
}
