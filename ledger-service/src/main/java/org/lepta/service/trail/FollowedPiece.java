package org.lepta.service.trail;

import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * A piece of the given line as a size of the log knew it, with the part of it that is followed.
 *
 * @param starts given units of the line before it
 * @param originOffset place of its first unit among its origin's units
 * @param beforeGiven for units that came back: the piece they were units of
 * @param drawn units drawn from the front
 * @param kept units not voided
 * @param from place of the first followed unit in the piece
 * @param to place after the last one
 */
record FollowedPiece(
    long line,
    long no,
    BigInteger starts,
    long originOffset,
    @Nullable Long beforeGiven,
    long beforeOffset,
    long drawn,
    long kept,
    long from,
    long to) {

  /** Reads a piece of which a range of its origin's units is followed. */
  static FollowedPiece read(ResultSet row, long from, long to) throws SQLException {
    long originOffset = row.getLong("origin_offset");
    long amount = row.getLong("amount");
    return new FollowedPiece(
        row.getLong("line"),
        row.getLong("no"),
        Sql.integerOf(row, "starts"),
        originOffset,
        Sql.longOf(row, "before_given"),
        row.getLong("before_offset"),
        row.getLong("drawn_then"),
        row.getLong("kept_then"),
        Math.max(0, from - originOffset),
        Math.min(amount, to - originOffset));
  }

  long followed() {
    return to - from;
  }

  long followedDrawn() {
    return within(0, drawn);
  }

  long followedUnspent() {
    return within(drawn, kept);
  }

  long followedVoided() {
    return within(kept, Long.MAX_VALUE);
  }

  private long within(long start, long end) {
    return Math.max(0, Math.min(to, end) - Math.max(from, start));
  }
}
