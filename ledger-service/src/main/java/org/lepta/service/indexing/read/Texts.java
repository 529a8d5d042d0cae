package org.lepta.service.indexing.read;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lepta.ledger.entry.Entry;
import org.lepta.ledger.entry.TextHash;
import org.lepta.service.kernel.Sha256;
import org.lepta.service.transparency.TextLookup;
import org.lepta.service.transparency.TextStore;
import org.springframework.stereotype.Component;

/** Looks up the texts of entries beside the log. Thread-safe. */
@Component
public final class Texts {

  private final TextStore store;

  public Texts(TextStore store) {
    this.store = store;
  }

  /** Grows with every text that comes or is withdrawn; answers with texts depend on it. */
  public long generation() {
    return store.generation();
  }

  /** How many texts were withdrawn; grows with every one. */
  long withdrawn() {
    return store.withdrawn();
  }

  /** A text by its hash, whatever entry names it. */
  public TextLookup find(Sha256 hash) {
    return store.find(hash);
  }

  /** The texts of an entry, in its order. */
  public List<ResolvedText> of(Entry entry) {
    return entry.header().texts().stream().map(this::resolve).toList();
  }

  /** The texts of an entry with one of these roles, in its order; no other is read. */
  public List<ResolvedText> of(Entry entry, Set<String> roles) {
    return entry.header().texts().stream()
        .filter(text -> roles.contains(text.role()))
        .map(this::resolve)
        .toList();
  }

  /** The first text with this role that may be shown. */
  public Optional<String> text(Entry entry, String role) {
    for (ResolvedText found : of(entry)) {
      if (found.role().equals(role) && found.text() != null) {
        return Optional.of(found.text());
      }
    }
    return Optional.empty();
  }

  private ResolvedText resolve(TextHash text) {
    return resolve(text.role(), Sha256.ofHex(text.hash().hex()));
  }

  /** The text with this hash, in the role that an entry gives it. */
  ResolvedText resolve(String role, Sha256 hash) {
    return switch (store.find(hash)) {
      case TextLookup.Present(var salted) ->
          new ResolvedText(role, hash.hex(), salted.text(), salted.language(), null);
      case TextLookup.Withdrawn(var on) -> new ResolvedText(role, hash.hex(), null, null, on);
      case TextLookup.Absent() -> new ResolvedText(role, hash.hex(), null, null, null);
    };
  }
}
