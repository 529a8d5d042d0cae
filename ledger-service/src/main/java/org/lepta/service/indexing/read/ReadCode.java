package org.lepta.service.indexing.read;

import org.lepta.service.kernel.Refusal;
import org.lepta.service.kernel.RefusalException;

/** Why a read is refused; the names are the stable codes of docs/reference/api. */
public enum ReadCode {
  /** The key in the path is not in its one form. */
  KEY_INVALID(400),
  /** A parameter is unknown, given twice or not of its form. */
  FILTER_INVALID(400),
  /** The cursor was not given out for this list. */
  CURSOR_INVALID(400),
  /** The log does not have, or never had, that size. */
  AT_INVALID(400),
  /** This address only tells what is known now. */
  AT_NOT_OFFERED(400),
  /** There is no lens of that name. */
  LENS_INVALID(400),
  /** This donation cannot be traced by that lens. */
  LENS_UNAVAILABLE(400),
  /** Too much matches what is searched for; more letters will not. */
  SEARCH_TOO_BROAD(400),
  /** Nothing is recorded under this key. */
  NOT_FOUND(404),
  /** The text was here and was withdrawn for good. */
  TEXT_WITHDRAWN(410),
  /** No public checkpoint covers it yet, or the index does not hold yet what one covers. */
  NOT_PUBLISHED(409),
  /** The gift's trail names more entries than a passport holds. */
  PASSPORT_TOO_LARGE(409),
  /** Enough questions about earlier sizes of the log are being worked on; ask again. */
  BUSY(503),
  /** The database file is being made for somebody else. */
  EXPORT_BUSY(503),
  /** The answer would take too long; a narrower question will not. */
  TOO_SLOW(503);

  private final int status;

  ReadCode(int status) {
    this.status = status;
  }

  /** The HTTP status that goes with it. */
  public int status() {
    return status;
  }

  /**
   * A refusal to throw.
   *
   * @param detail one English sentence
   */
  public RefusalException refusal(String detail) {
    return new Refusal(name(), detail).exception();
  }
}
