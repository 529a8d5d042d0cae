package org.lepta.service.trail;

/**
 * Where given units stem from, however often they came back since.
 *
 * @param leaf the entry that first gave them
 * @param offset place of the first of them among that entry's units
 */
record Origin(long leaf, long offset) {

  /** The origin of units further along. */
  Origin plus(long units) {
    return new Origin(leaf, offset + units);
  }
}
