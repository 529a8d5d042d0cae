package org.lepta.service.ledger.recording;

/** What became of one entry; known for certain. Trouble on the way is an exception instead. */
public sealed interface RecordResult {

  /**
   * It is committed and durable.
   *
   * @param block number of its block
   */
  record Recorded(long block) implements RecordResult {}

  /** The same id with the same content was recorded before; nothing was added. */
  record Repeated() implements RecordResult {}

  /**
   * It was refused and is not on the ledger.
   *
   * @param code stable code of docs/reference/errors
   * @param detail the field or rule in question
   */
  record Refused(String code, String detail) implements RecordResult {}
}
