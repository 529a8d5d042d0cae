package org.lepta.ledger.rule;

/** What became of one entry of a request. */
public sealed interface Result {

  /** It is in the transaction. */
  record Recorded() implements Result {}

  /** The same id with the same content is on the ledger already; nothing was added. */
  record Repeated() implements Result {}

  /**
   * It is not in the transaction.
   *
   * @param code the first rule that refuses it
   * @param detail the field or rule in question
   */
  record Refused(Code code, String detail) implements Result {

    public static Refused of(RefusedException e) {
      return new Refused(e.code(), e.detail());
    }
  }
}
