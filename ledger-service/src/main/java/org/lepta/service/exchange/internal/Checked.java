package org.lepta.service.exchange.internal;

import org.lepta.ledger.entry.Entry;
import org.lepta.ledger.rule.EntryChecks;
import org.lepta.ledger.rule.RefusedException;
import org.lepta.service.exchange.RejectCode;

/** Asks the ledger's own rules before anything is sent, so that a dry run sees the same. */
final class Checked {

  private Checked() {}

  /**
   * An entry that passes by itself.
   *
   * @throws RejectedLine with LEDGER_REFUSED
   */
  static Entry entry(Entry entry) {
    try {
      EntryChecks.check(entry);
      return entry;
    } catch (RefusedException e) {
      throw new RejectedLine(RejectCode.LEDGER_REFUSED, e.code() + ": " + e.detail());
    }
  }
}
