package org.lepta.service.exchange;

/** What became of one submitted draft. */
public sealed interface Outcome {

  /** It is committed. */
  record Recorded() implements Outcome {}

  /** The same id with the same content was on the ledger already; nothing was added. */
  record Unchanged() implements Outcome {}

  /**
   * The ledger refused it.
   *
   * @param code the ledger's stable code
   * @param detail the field or rule in question
   */
  record Refused(String code, String detail) implements Outcome {}
}
