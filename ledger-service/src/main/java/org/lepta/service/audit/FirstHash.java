package org.lepta.service.audit;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import org.lepta.service.kernel.Sha256;
import org.lepta.service.transparency.tiles.DamagedTileException;
import org.lepta.service.transparency.tiles.EntryBundle;
import org.lepta.service.transparency.tiles.TilePath;

/** Finds where entries and hashes, or two logs, part. */
final class FirstHash {

  private FirstHash() {}

  /** The first entry whose hash is not that of the log's own tile. */
  static OptionalLong notOfItsTile(LogReader log, long size)
      throws IOException, InterruptedException {
    for (long bundle = 0; bundle * TilePath.FULL < size; bundle++) {
      TilePath path = TilePath.in(size, TilePath.ENTRIES, bundle).orElseThrow();
      List<DecodedLeaf> entries = DecodedLeaf.all(path, log.read(path));
      int first = firstNotOf(entries, log.read(new TilePath(0, bundle, path.width())));
      if (first < entries.size()) {
        return OptionalLong.of(bundle * TilePath.FULL + first);
      }
    }
    return OptionalLong.empty();
  }

  static boolean isOfTile(List<DecodedLeaf> entries, byte[] tile) {
    return firstNotOf(entries, tile) == entries.size();
  }

  private static int firstNotOf(List<DecodedLeaf> entries, byte[] tile) {
    int i = 0;
    while (i < entries.size()
        && entries
            .get(i)
            .hash()
            .equals(Sha256.readFrom(ByteBuffer.wrap(tile, i * Sha256.LENGTH, Sha256.LENGTH)))) {
      i++;
    }
    return i;
  }

  /** The first entry that two logs do not share, as far as both go. */
  static OptionalLong notOfBoth(LogReader a, long sizeOfA, LogReader b, long sizeOfB)
      throws IOException, InterruptedException {
    long size = Math.min(sizeOfA, sizeOfB);
    for (long bundle = 0; bundle * TilePath.FULL < size; bundle++) {
      List<byte[]> first = entries(a, sizeOfA, bundle);
      List<byte[]> second = entries(b, sizeOfB, bundle);
      for (int i = 0; i < Math.min(first.size(), second.size()); i++) {
        if (!Arrays.equals(first.get(i), second.get(i))) {
          return OptionalLong.of(bundle * TilePath.FULL + i);
        }
      }
    }
    return OptionalLong.empty();
  }

  /** A log has the partial bundle of its own size, or the full one, and no other. */
  private static List<byte[]> entries(LogReader log, long size, long bundle)
      throws IOException, InterruptedException {
    TilePath path = TilePath.in(size, TilePath.ENTRIES, bundle).orElseThrow();
    return EntryBundle.parse(path, log.read(path));
  }

  /** A message of a tile that cannot be used, as a difference. */
  static Difference damaged(DamagedTileException e) {
    return Difference.of(Check.BUNDLE_DAMAGED, String.valueOf(e.getMessage()));
  }
}
