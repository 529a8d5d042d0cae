package org.lepta.ledger.rule;

import org.jspecify.annotations.Nullable;
import org.lepta.ledger.codec.Packed;
import org.lepta.ledger.entry.Epoch;
import org.lepta.ledger.entry.Genesis;
import org.lepta.ledger.entry.Kind;

/**
 * The rules that hold for one transaction, and the log that the ledger continues.
 *
 * @param rules version of the rules
 * @param previousLog origin of the log that the ledger continues
 * @param previousSize its final size; 0 where it continues none
 */
record InForce(int rules, @Nullable String previousLog, long previousSize) {

  /**
   * Reads them from what was committed before the transaction, so that an epoch is in force from
   * the next block on. Who reads it together with an epoch in flight is voided by the ledger's own
   * check of versions, so nothing is recorded under rules that have ended.
   */
  static InForce of(StateReader committed) {
    byte[] started = committed.get(StateKeys.started());
    if (started == null) {
      return new InForce(Versions.FIRST, null, 0);
    }
    Genesis genesis = (Genesis) Packed.decode(started).entries().getFirst().body();
    InForce atStart = of(genesis.rulesVersion(), genesis.previousLog(), genesis.previousSize());
    if (atStart.rules() >= Versions.RULES) {
      return atStart;
    }
    String switching =
        StateKeys.recorded(Kind.EPOCH, genesis.organisation(), Versions.epochId(Versions.RULES));
    return new WorkingState(committed)
        .findEntry(switching)
        .map(entry -> (Epoch) entry.body())
        .filter(epoch -> epoch.rulesVersion() == Versions.RULES)
        .map(epoch -> of(epoch.rulesVersion(), epoch.previousLog(), epoch.previousSize()))
        .orElse(atStart);
  }

  private static InForce of(int rules, @Nullable String log, @Nullable Long size) {
    return new InForce(rules, log, size == null ? 0 : size);
  }

  /** Whether the second rules version, or a later one, is in force. */
  boolean isSecond() {
    return rules >= 2;
  }
}
