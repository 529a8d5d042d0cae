package org.lepta.service.audit;

import java.io.IOException;
import java.util.Optional;
import org.lepta.service.transparency.tiles.TilePath;

/** Where a published log is read from. Thread-safe. */
interface LogReader extends AutoCloseable {

  /** What it is called in reports. */
  String name();

  /** The bytes of the signed checkpoint, at most one byte more than a note has. */
  byte[] checkpoint() throws IOException, InterruptedException;

  /**
   * The bytes of a tile or bundle; of a partial one that was dropped, the begin of the full one.
   *
   * @throws org.lepta.service.transparency.tiles.DamagedTileException if it is missing or not of
   *     its form
   */
  byte[] read(TilePath path) throws IOException, InterruptedException;

  /** The bytes of the first checkpoint behind the draw note at this leaf, if they are kept. */
  Optional<byte[]> afterDraw(long leaf) throws IOException, InterruptedException;

  /** The bytes of the last checkpoint of the key that the entry at this leaf replaced. */
  Optional<byte[]> keyChange(long leaf) throws IOException, InterruptedException;

  @Override
  void close() throws IOException;
}
