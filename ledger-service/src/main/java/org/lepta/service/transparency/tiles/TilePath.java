package org.lepta.service.transparency.tiles;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The address of a tile of hashes or of a bundle of entries, below the log's prefix (C2SP
 * tlog-tiles): {@code tile/<L>/<N>[.p/<W>]} and {@code tile/entries/<N>[.p/<W>]}.
 *
 * @param level of the hashes, 0 to 63, or {@link #ENTRIES}
 * @param index number of the tile on its level, from 0
 * @param width how many hashes or entries it holds: 1 to 255 in a partial tile, 256 in a full one
 */
public record TilePath(int level, long index, int width) {

  /** Stands in place of a level for bundles of entries. */
  public static final int ENTRIES = -1;

  /** How many hashes or entries a full tile holds. */
  public static final int FULL = 256;

  private static final int MAX_LEVEL = 63;
  private static final int MAX_LENGTH = 64;
  private static final int GROUP = 1000;
  private static final Pattern FORM =
      Pattern.compile(
          "tile/(entries|0|[1-9][0-9]?)/((?:x[0-9]{3}/)*[0-9]{3})(?:\\.p/([1-9][0-9]{0,2}))?");

  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException if there is no such tile
   */
  public TilePath {
    if (level < ENTRIES || level > MAX_LEVEL || index < 0 || width < 1 || width > FULL) {
      throw new IllegalArgumentException("no tile " + level + '/' + index + " of width " + width);
    }
  }

  /** Returns the tile as it is in a log of this size, or nothing if it is empty there. */
  public static Optional<TilePath> in(long size, int level, long index) {
    long hashes = hashes(size, level);
    long first = index * FULL;
    return first >= hashes
        ? Optional.empty()
        : Optional.of(new TilePath(level, index, (int) Math.min(FULL, hashes - first)));
  }

  /** Returns how many hashes a level has in a log of this size, or how many entries there are. */
  public static long hashes(long size, int level) {
    int shift = Math.max(level, 0) * 8;
    return shift >= Long.SIZE ? 0 : size >>> shift;
  }

  /** Reads the one form that {@link #toString()} writes; anything else gives nothing. */
  public static Optional<TilePath> parse(String text) {
    Matcher parts = FORM.matcher(text);
    if (text.length() > MAX_LENGTH || !parts.matches()) {
      return Optional.empty();
    }
    String digits = parts.group(2).replaceAll("[x/]", "");
    String width = parts.group(3);
    try {
      int level = parts.group(1).equals("entries") ? ENTRIES : Integer.parseInt(parts.group(1));
      int hashes = width == null ? FULL : Integer.parseInt(width);
      TilePath path = new TilePath(level, Long.parseLong(digits), hashes);
      return path.toString().equals(text) ? Optional.of(path) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Whether it holds all that it can ever hold. */
  public boolean isFull() {
    return width == FULL;
  }

  /** Whether it holds entries and not hashes. */
  public boolean isEntries() {
    return level == ENTRIES;
  }

  /** Returns the full tile of this place. */
  public TilePath full() {
    return new TilePath(level, index, FULL);
  }

  @Override
  public String toString() {
    StringBuilder groups = new StringBuilder(String.format(Locale.ROOT, "%03d", index % GROUP));
    for (long rest = index / GROUP; rest > 0; rest /= GROUP) {
      groups.insert(0, String.format(Locale.ROOT, "x%03d/", rest % GROUP));
    }
    String row = isEntries() ? "entries" : Integer.toString(level);
    return "tile/" + row + '/' + groups + (isFull() ? "" : ".p/" + width);
  }
}
