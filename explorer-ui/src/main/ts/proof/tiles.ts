import { type Bytes, innerHash } from "./hash.ts";

/** Reads one file of the log by its path below `/log/`; undefined if it is not there. */
export type ReadTile = (path: string) => Promise<Uint8Array | undefined>;

const HEIGHT = 8n;
const WIDTH = 256n;
const HASH_BYTES = 32;

/** The path of a tile (C2SP tlog-tiles); a width of 256 is the full tile. */
export function tilePath(level: bigint, index: bigint, width: bigint): string {
  const groups = [`${index % 1000n}`.padStart(3, "0")];
  for (let rest = index / 1000n; rest > 0n; rest /= 1000n) {
    groups.unshift("x" + `${rest % 1000n}`.padStart(3, "0"));
  }
  const partial = width === WIDTH ? "" : `.p/${width}`;
  return `tile/${level}/${groups.join("/")}${partial}`;
}

/**
 * The proof that the tree of the newer size begins with that of the older one (RFC 9162 section
 * 2.1.4), made of the published tiles. Proves nothing until it is verified; an error if a tile is
 * missing or of a wrong length.
 */
export async function consistencyPath(
  older: bigint,
  newer: bigint,
  read: ReadTile,
): Promise<Bytes[]> {
  if (older === 0n || older === newer) {
    return [];
  }
  return new TileTree(newer, read).path(older, 0n, newer, true);
}

/** The tree of one size over the tiles that were published for it. */
class TileTree {
  readonly #size: bigint;
  readonly #read: ReadTile;
  readonly #tiles = new Map<string, Promise<Uint8Array>>();

  constructor(size: bigint, read: ReadTile) {
    this.#size = size;
    this.#read = read;
  }

  /** SUBPROOF over the leaves from the first, of which an older tree had so many more. */
  async path(older: bigint, first: bigint, end: bigint, isOldRoot: boolean): Promise<Bytes[]> {
    if (first + older === end) {
      return isOldRoot ? [] : [await this.#root(first, end)];
    }
    const middle = first + split(end - first);
    return first + older <= middle
      ? [...(await this.path(older, first, middle, isOldRoot)), await this.#root(middle, end)]
      : [
          ...(await this.path(older - (middle - first), middle, end, false)),
          await this.#root(first, middle),
        ];
  }

  /** The root over a range that is a node of the tree. */
  async #root(first: bigint, end: bigint): Promise<Bytes> {
    const size = end - first;
    const level = size === 1n ? 0n : BigInt((size - 1n).toString(2).length);
    if (size === 1n << level && level % HEIGHT === 0n) {
      return this.#stored(level / HEIGHT, first / size);
    }
    const middle = first + split(size);
    return innerHash(await this.#root(first, middle), await this.#root(middle, end));
  }

  async #stored(level: bigint, index: bigint): Promise<Bytes> {
    const tile = await this.#tile(level, index / WIDTH);
    const at = Number(index % WIDTH) * HASH_BYTES;
    return Uint8Array.from(tile.subarray(at, at + HASH_BYTES));
  }

  #tile(level: bigint, index: bigint): Promise<Uint8Array> {
    const name = `${level}/${index}`;
    const known = this.#tiles.get(name) ?? this.#fetched(level, index);
    this.#tiles.set(name, known);
    return known;
  }

  /** A partial tile may be gone once the full one is there, which begins alike. */
  async #fetched(level: bigint, index: bigint): Promise<Uint8Array> {
    const entries = (this.#size >> (HEIGHT * level)) - WIDTH * index;
    const width = entries < WIDTH ? entries : WIDTH;
    const tile =
      (await this.#read(tilePath(level, index, width))) ??
      (await this.#read(tilePath(level, index, WIDTH)));
    const length = Number(width) * HASH_BYTES;
    if (tile === undefined || tile.length < length) {
      throw new Error(`the tile ${tilePath(level, index, width)} is missing or too short`);
    }
    return tile.subarray(0, length);
  }
}

/** The largest power of two below a size of at least two. */
function split(size: bigint): bigint {
  return 1n << BigInt((size - 1n).toString(2).length - 1);
}
