package org.lepta.service.exchange.internal;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.function.LongConsumer;
import org.lepta.ledger.entry.Hash;

/** The bytes of a file as it lies on disk: counted, hashed, and told to the listener. */
final class RawStream extends FilterInputStream {

  private static final int DRAIN_BYTES = 64 << 10;

  private final MessageDigest digest = Digests.newSha256();
  private final LongConsumer progress;
  private long count;

  RawStream(InputStream in, LongConsumer progress) {
    super(in);
    this.progress = progress;
  }

  long count() {
    return count;
  }

  /** Reads what a packed format left unread, and gives the SHA-256 of the whole file. */
  Hash finish() throws IOException {
    byte[] rest = new byte[DRAIN_BYTES];
    int read;
    do {
      read = read(rest, 0, rest.length);
    } while (read >= 0);
    return new Hash(HexFormat.of().formatHex(digest.digest()));
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int read = super.read(buffer, offset, length);
    if (read > 0) {
      digest.update(buffer, offset, read);
      count += read;
      progress.accept(count);
    }
    return read;
  }

  /** Does nothing: parsers close what they read, but the rest of the file is still to be hashed. */
  @Override
  public void close() {}

  @Override
  public boolean markSupported() {
    return false;
  }
}
