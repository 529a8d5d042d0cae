package org.lepta.service.moving;

/** A move does not begin or does not go on; the message begins with a stable code. */
public final class MoveException extends Exception {
  private static final long serialVersionUID = 1L;

  /** Why; in the order in which a move looks. The names are stable. */
  public enum Code {
    /** There is no embedded ledger in the folder. */
    MOVE_SOURCE_MISSING,
    /** Another process works on one of the folders. */
    MOVE_BUSY,
    /** Network, database or disk do not answer as they must; moving again goes on. */
    MOVE_TROUBLE,
    /** The old ledger is not what its blocks say. */
    MOVE_SOURCE_DAMAGED,
    /** The old ledger was moved to another ledger than this one. */
    MOVE_DONE_ELSEWHERE,
    /** A member of the old ledger has nobody on the network who signs for it here. */
    MOVE_MEMBER_MISSING,
    /** The new ledger holds something that this move did not put there. */
    MOVE_TARGET_FOREIGN,
    /** The old log's last checkpoint cannot be published. */
    MOVE_NOT_PUBLISHED,
    /** The new ledger refuses an entry. */
    MOVE_ENTRY_REFUSED,
    /** What stands on the new ledger is not what stands on the old one. */
    MOVE_DIFFERS
  }

  private final Code code;

  /** Says what is the matter. */
  public MoveException(Code code, String detail) {
    super(code + ": " + detail);
    this.code = code;
  }

  /** Says what is the matter, and what was met. */
  public MoveException(Code code, String detail, Throwable cause) {
    super(code + ": " + detail, cause);
    this.code = code;
  }

  /** Returns the code. */
  public Code code() {
    return code;
  }
}
