package org.lepta.service.explorer.page;

import java.util.Set;

/** Addresses of pages without their language. */
final class PagePaths {

  /** The list of all kinds. */
  static final String ENTRIES = "entries";

  /** The page about this server. */
  static final String ABOUT = "about";

  /** The page that verifies in the reader's browser. */
  static final String VERIFY = "verify";

  /** Where money came from and went. */
  static final String FLOWS = "flows";

  /** Sums by year, programme and size. */
  static final String ANALYTICS = "analytics";

  /** What stands out. */
  static final String EXCEPTIONS = "exceptions";

  /** What a reader looks for. */
  static final String SEARCH = "search";

  /** Where a figure is added up again. */
  static final String RECOUNT = "recount";

  /** What may be downloaded. */
  static final String DATA = "data";

  /** What each day brought, and the days themselves below it. */
  static final String CHANGES = "changes";

  static final String CSV = ".csv";

  /** Every page that is neither the overview nor a list. */
  private static final Set<String> SINGLE =
      Set.of(ABOUT, VERIFY, FLOWS, ANALYTICS, EXCEPTIONS, SEARCH, RECOUNT, DATA, CHANGES);

  /** Lists whose pages have a picture for links to them. */
  private static final Set<String> WITH_CARDS =
      Set.of("funds", "organisations", "grants", "donations");

  private PagePaths() {}

  /** Whether there is a picture for links to this page. */
  static boolean hasCard(String path) {
    int key = path.indexOf('/', 1);
    return path.equals("/") || (key > 0 && WITH_CARDS.contains(path.substring(1, key)));
  }

  /** Whether pages exist under this path: a single page, or a list and what stands below it. */
  static boolean isPage(String path) {
    if (path.equals("/") || SINGLE.contains(path.substring(1))) {
      return true;
    }
    int end = path.indexOf('/', 1);
    String first = end < 0 ? path.substring(1) : path.substring(1, end);
    if (first.equals(CHANGES)) {
      return true;
    }
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
