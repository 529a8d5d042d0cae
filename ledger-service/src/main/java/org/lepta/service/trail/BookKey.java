package org.lepta.service.trail;

import java.util.Comparator;

/** What a book is of: a fund and the code of a unit. */
record BookKey(String fund, String unit) implements Comparable<BookKey> {

  @Override
  public int compareTo(BookKey other) {
    return Comparator.comparing(BookKey::fund).thenComparing(BookKey::unit).compare(this, other);
  }
}
