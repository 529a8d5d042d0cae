package org.lepta.service.moving;

import java.util.Map;
import java.util.Optional;
import org.lepta.ledger.entry.Entry;
import org.lepta.ledger.entry.Member;

/**
 * What becomes of an entry of the old log. Everything moves but what is about the old ledger
 * itself: its genesis, its epochs, the keys of its log, the entry that names its successor. Members
 * are admitted anew, since they have other identities on the new ledger.
 */
final class Carried {

  private final Map<String, String> mspIds;

  /** Takes the MSP ids that organisations have on the new ledger. */
  Carried(Map<String, String> mspIds) {
    this.mspIds = Map.copyOf(mspIds);
  }

  /** Whether the entry stands on the new ledger as it is. */
  static boolean moves(Entry entry) {
    return switch (entry.kind()) {
      case GENESIS, EPOCH, LOG_KEY, MEMBER -> false;
      case PUBLICATION -> !Succession.names(entry);
      default -> true;
    };
  }

  /** Returns what is sent for it; nothing for what does not move. */
  Optional<Entry> of(Numbered old) {
    Entry entry = old.entry();
    if (moves(entry)) {
      return Optional.of(new Entry(entry.header().movedFrom(old.index()), entry.body()));
    }
    return entry.body() instanceof Member
        ? Optional.of(new Entry(entry.header().movedFrom(null), new Member(mspId(entry.id()))))
        : Optional.empty();
  }

  private String mspId(String organisation) {
    String found = mspIds.get(organisation);
    if (found == null) {
      throw new IllegalStateException(organisation + " has no identity on the new ledger");
    }
    return found;
  }
}
