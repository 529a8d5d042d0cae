package org.lepta.service.transparency.tiles;

/** A tile is missing, of a wrong form, or does not hold what it must; the message names it. */
public final class DamagedTileException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient TilePath tile;

  /** Says what is wrong with which tile. */
  public DamagedTileException(TilePath tile, String what) {
    super(tile + " " + what);
    this.tile = tile;
  }

  /** Returns the tile. */
  public TilePath tile() {
    return tile;
  }
}
