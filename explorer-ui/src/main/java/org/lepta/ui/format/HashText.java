package org.lepta.ui.format;

/**
 * A hash ready to be shown.
 *
 * @param full as given
 * @param brief first and last characters with an ellipsis between, or the whole if it is short
 */
public record HashText(String full, String brief) {
  private static final int EDGE = 8;

  /** Shortens to 8 characters, an ellipsis and 8 characters; up to 20 characters stay whole. */
  public static HashText of(String full) {
    if (full.length() <= 2 * EDGE + 4) {
      return new HashText(full, full);
    }
    String brief = full.substring(0, EDGE) + "…" + full.substring(full.length() - EDGE);
    return new HashText(full, brief);
  }
}
