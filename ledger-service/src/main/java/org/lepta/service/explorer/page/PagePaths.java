package org.lepta.service.explorer.page;

/** Addresses of pages without their language. */
final class PagePaths {

  /** The list of all kinds. */
  static final String ENTRIES = "entries";

  /** The page about this server. */
  static final String ABOUT = "about";

  /** The page that verifies in the reader's browser. */
  static final String VERIFY = "verify";

  static final String CSV = ".csv";

  private PagePaths() {}

  /**
   * Whether pages exist under this path: the overview, the page about this server, the verifier, or
   * a list and what stands below it.
   */
  static boolean isPage(String path) {
    if (path.equals("/") || path.equals("/" + ABOUT) || path.equals("/" + VERIFY)) {
      return true;
    }
    int end = path.indexOf('/', 1);
    String first = end < 0 ? path.substring(1) : path.substring(1, end);
    String list = end < 0 && first.endsWith(CSV) ? withoutCsv(first) : first;
    return isList(list);
  }

  static boolean isList(String name) {
    return name.equals(ENTRIES) || Kinds.ofPlural(name).isPresent();
  }

  static String withoutCsv(String file) {
    return file.substring(0, file.length() - CSV.length());
  }
}
