package org.lepta.ledger.rule;

import org.jspecify.annotations.Nullable;
import org.lepta.ledger.entry.Entry;
import org.lepta.ledger.entry.Epoch;

/**
 * What depends on the rules in force. They are read only when an entry depends on them, since every
 * key that is read costs a round trip and may conflict. Not thread-safe.
 */
final class Epochs {

  private final StateReader committed;
  private @Nullable InForce known;

  /**
   * Looks at one transaction's rules.
   *
   * @param committed the state before the transaction, without what it changed itself
   */
  Epochs(StateReader committed) {
    this.committed = committed;
  }

  InForce inForce() {
    InForce found = known == null ? InForce.of(committed) : known;
    known = found;
    return found;
  }

  /** An entry is moved from the log that this ledger continues, or from none. */
  void requireMoved(Entry entry) {
    Long moved = entry.header().moved();
    if (moved != null) {
      Require.that(inForce().isSecond(), Code.KIND_NOT_YET, "moved");
      Require.that(moved < inForce().previousSize(), Code.PREVIOUS_UNKNOWN, "moved");
    }
  }

  /**
   * An epoch that switches the rules is stated by the first member under an id by which it is
   * found; any other leaves versions and previous log as they are.
   */
  void requireEpoch(Entry entry, Epoch epoch, String organisation) {
    Require.that(epoch.rulesVersion() >= inForce().rules(), Code.KIND_NOT_YET, "rulesVersion");
    if (epoch.rulesVersion() > inForce().rules()) {
      Require.that(
          entry.id().equals(Versions.epochId(epoch.rulesVersion())), Code.ID_INVALID, "id");
      Require.that(entry.header().statedBy().equals(organisation), Code.NOT_ENTITLED, "statedBy");
    } else if (inForce().isSecond()) {
      Require.that(epoch.previousLog() == null, Code.KIND_NOT_YET, "previousLog");
    }
  }
}
