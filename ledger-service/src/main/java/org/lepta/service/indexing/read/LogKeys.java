package org.lepta.service.indexing.read;

import static java.util.stream.Collectors.toSet;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lepta.ledger.entry.Kind;
import org.lepta.ledger.entry.LogKey;
import org.lepta.service.transparency.proof.FaultException;
import org.lepta.service.transparency.proof.VerifierKey;
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

  /** Returns the keys that an entry names for the log of this origin, replaced ones left out. */
  public List<VerifierKey> of(String origin) {
    List<LogKey> recorded =
        entries.page(EntryQuery.of(Kind.LOG_KEY), null, MOST).items().stream()
            .flatMap(entry ->
                entry.entry().body() instanceof LogKey key ? Stream.of(key) : Stream.empty())
            .toList();
    Set<String> replaced =
        recorded.stream().map(LogKey::replaces).filter(Objects::nonNull).collect(toSet());
    return recorded.stream()
        .map(LogKey::vkey)
        .filter(vkey -> vkey.startsWith(origin + "+") && !replaced.contains(vkey))
        .flatMap(vkey -> parse(vkey).stream())
        .toList();
  }

  /** A key of a kind that is not checked here watches no log. */
  private static Optional<VerifierKey> parse(String vkey) {
    try {
      return Optional.of(VerifierKey.parse(vkey));
    } catch (FaultException e) {
      return Optional.empty();
    }
  }

  private static boolean isOf(EntryRecord entry, String vkey) {
    return entry.entry().body() instanceof LogKey key && key.vkey().equals(vkey);
  }
}
