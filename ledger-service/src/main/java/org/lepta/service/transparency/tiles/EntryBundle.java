package org.lepta.service.transparency.tiles;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** The bytes of a bundle of entries: each is its length, 16 bits big-endian, and its bytes. */
public final class EntryBundle {

  /** The greatest length of an entry in bytes. */
  public static final int MAX_ENTRY_BYTES = 65_535;

  private EntryBundle() {}

  /**
   * Adds an entry.
   *
   * @throws IllegalArgumentException if it is too long for a log
   */
  static void append(ByteArrayOutputStream bundle, byte[] entry) {
    if (entry.length > MAX_ENTRY_BYTES) {
      throw new IllegalArgumentException("an entry of " + entry.length + " bytes");
    }
    bundle.write(entry.length >>> 8);
    bundle.write(entry.length);
    bundle.writeBytes(entry);
  }

  /**
   * Returns the entries of a bundle, which must be as many as its path says.
   *
   * @throws DamagedTileException if they are not, or bytes are missing or left over
   */
  public static List<byte[]> parse(TilePath path, byte[] bundle) {
    requireForm(path, bundle);
    ByteBuffer in = ByteBuffer.wrap(bundle);
    List<byte[]> entries = new ArrayList<>(path.width());
    while (entries.size() < path.width()) {
      byte[] entry = new byte[Short.toUnsignedInt(in.getShort())];
      in.get(entry);
      entries.add(entry);
    }
    return entries;
  }

  /**
   * Requires as many entries as the path says, and nothing else.
   *
   * @throws DamagedTileException if bytes are missing or left over
   */
  static void requireForm(TilePath path, byte[] bundle) {
    if (bytesOf(path, bundle, path.width()) < bundle.length) {
      throw new DamagedTileException(path, "goes on behind its last entry");
    }
  }

  /** Returns how many bytes the first {@code count} entries of a bundle take. */
  static int bytesOf(TilePath path, byte[] bundle, int count) {
    ByteBuffer in = ByteBuffer.wrap(bundle);
    int end = 0;
    for (int i = 0; i < count; i++) {
      if (bundle.length - end < Short.BYTES) {
        throw new DamagedTileException(path, "has only " + i + " entries");
      }
      end += Short.BYTES + Short.toUnsignedInt(in.getShort(end));
      if (end > bundle.length) {
        throw new DamagedTileException(path, "ends inside an entry");
      }
    }
    return end;
  }
}
