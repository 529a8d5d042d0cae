/**
 * Canonical JSON (RFC 8785, ASCII keys) of entries and leaves. Bytes are made here and nowhere
 * else; a decoded value encodes to the same bytes or is refused.
 */
@NullMarked
package org.lepta.ledger.codec;

import org.jspecify.annotations.NullMarked;
