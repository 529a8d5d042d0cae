package org.lepta.ui.view;

/** What a link may point at. */
final class Href {
  private Href() {}

  /**
   * The target itself, if it is a path on this server, a query, a fragment or an https address.
   *
   * @throws IllegalArgumentException for anything else, so that no data can become a script
   */
  static String checked(String target) {
    boolean path = target.startsWith("/") && !target.startsWith("//") && target.indexOf('\\') < 0;
    boolean local = target.startsWith("?") || target.startsWith("#");
    if (path || local || target.startsWith("https://")) {
      return target;
    }
    throw new IllegalArgumentException("not a link target: " + target);
  }
}
