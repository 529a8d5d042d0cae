package org.lepta.service.transparency.log;

/**
 * Why no checkpoint is signed; the names are the stable codes of docs/reference/log. What was
 * published stays served.
 */
public enum LogAlarm {
  /** There is no key, though something was signed already. */
  LOG_KEY_MISSING,
  /** Others than its owner may read or change the key file. */
  LOG_KEY_RIGHTS,
  /** The key file is not a signer key. */
  LOG_KEY_MALFORMED,
  /** The key has another name than the log's origin. */
  LOG_KEY_OTHER_ORIGIN,
  /** An entry of the ledger replaced the key, and the new one is not here. */
  LOG_KEY_REPLACED,
  /** A checkpoint that was kept cannot be read. */
  LOG_CHECKPOINT_MALFORMED,
  /** A checkpoint that was kept is not signed by this key, or names another origin. */
  LOG_CHECKPOINT_FOREIGN,
  /** The database remembers less than was published: an older copy of it was put back. */
  LOG_ROW_BEHIND,
  /** Database and checkpoint file hold two roots of one size. */
  LOG_TWO_ROOTS,
  /** The index has fewer leaves than were signed. */
  LOG_INDEX_BEHIND,
  /** The index computes another root than was signed. */
  LOG_INDEX_DIFFERS,
  /** A tile is missing, malformed, or does not hold what it must. */
  LOG_TILE_DAMAGED,
  /** What was written and read back gives another root than the index. */
  LOG_ROOT_DIFFERS,
  /** Somebody else signed with this key and database. */
  LOG_TWO_PUBLISHERS,
  /** Another service over the same ledger computes another log. */
  LOG_OTHERS_DIFFER,
  /** A witness holds a checkpoint that this key has signed and that is no part of this log. */
  LOG_WITNESS_CONTRADICTS,
  /** Files cannot be written or read now; it is tried again. */
  LOG_FILES_TROUBLE,
  /** The database cannot be reached now; it is tried again. */
  LOG_DATABASE_TROUBLE,
  /** Something unforeseen. */
  LOG_FAILED;

  /** Whether it may pass by itself; all others last until the service is started again. */
  public boolean mayPass() {
    return this == LOG_FILES_TROUBLE || this == LOG_DATABASE_TROUBLE;
  }
}
