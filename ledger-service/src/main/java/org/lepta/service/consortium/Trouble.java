package org.lepta.service.consortium;

/** Why another service gave no answer that can be used; the names are stable codes. */
public enum Trouble {
  /** No connection, or it broke off. */
  NO_CONNECTION,
  /** It took too long. */
  TOO_SLOW,
  /** The answer is larger than it can be. */
  TOO_LARGE,
  /** It answers with a status that has no place here. */
  REFUSED,
  /** What it answers is not of the form of docs/reference/api. */
  MALFORMED
}
