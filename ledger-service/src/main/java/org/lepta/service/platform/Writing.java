package org.lepta.service.platform;

import java.util.Optional;

/** Whether this service may record on its ledger at all. */
@FunctionalInterface
public interface Writing {

  /** Why it takes nothing. */
  enum Closed {
    /** It belongs to an auditor of a network, who only reads. */
    READ_ONLY_SERVICE(403, "This service only reads; ask a member's to record."),
    /** The ledger has ended and goes on in another one. */
    LEDGER_MOVED(409, "This ledger was moved and takes nothing more; record on the new one.");

    private final int status;
    private final String detail;

    Closed(int status, String detail) {
      this.status = status;
      this.detail = detail;
    }

    int status() {
      return status;
    }

    String detail() {
      return detail;
    }
  }

  /** Returns why nothing can be recorded now; nothing while it can. */
  Optional<Closed> closed();
}
