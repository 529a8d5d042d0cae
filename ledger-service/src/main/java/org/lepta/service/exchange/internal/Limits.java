package org.lepta.service.exchange.internal;

/** How much of a file is read, so that no file can take the memory or the time of the service. */
final class Limits {

  /** A file unpacks to at most this. */
  static final long FILE_BYTES = 8L << 30;

  /** A packed file that unpacks to more than {@link #RATIO_FROM} stays below this ratio. */
  static final int RATIO = 200;

  static final long RATIO_FROM = 64L << 20;

  /** Between two events of the parser: longest attribute, comment, string or run of blanks. */
  static final long STEP_BYTES = 32L << 20;

  /** What one grant or activity may hold of texts, in characters. */
  static final int RECORD_CHARS = 16 << 20;

  /** What one grant or activity may hold of elements, keys and values. */
  static final int RECORD_STEPS = 1_000_000;

  /** Elements inside each other. */
  static final int DEPTH = 64;

  /** Distinct organisations in one file. */
  static final int ORGANISATIONS = 300_000;

  /** Distinct grants or activities in one file. */
  static final int RECORDS = 500_000;

  /** What is looked at to tell the kind of a file. */
  static final int HEAD_BYTES = 64 << 10;

  private Limits() {}
}
