package org.lepta.service.exchange.internal;

/**
 * Tells bytes that are no UTF-8 (RFC 3629: no overlong form, no surrogate, nothing beyond U+10FFFF)
 * as they pass. Not thread-safe.
 */
final class Utf8Check {

  private int following;
  private int least = 0x80;
  private int most = 0xbf;

  /** Whether the bytes so far end inside of a character. */
  boolean isInside() {
    return following > 0;
  }

  /** Whether this byte may stand after those before it. */
  boolean take(byte next) {
    int b = next & 0xff;
    if (following > 0) {
      boolean fits = b >= least && b <= most;
      following--;
      least = 0x80;
      most = 0xbf;
      return fits;
    }
    if (b < 0x80) {
      return true;
    }
    if (b < 0xc2 || b > 0xf4) {
      return false;
    }
    following = b < 0xe0 ? 1 : b < 0xf0 ? 2 : 3;
    least = b == 0xe0 ? 0xa0 : b == 0xf0 ? 0x90 : 0x80;
    most = b == 0xed ? 0x9f : b == 0xf4 ? 0x8f : 0xbf;
    return true;
  }
}
