import { must } from "./difference.ts";

/** A file of a log folder by its path, or nothing where there is none. */
export type Files = (path: string) => Uint8Array | undefined;

/** Hashes of a full tile, entries of a full bundle: https://c2sp.org/tlog-tiles. */
export const TILE_WIDTH = 256;
const HASH_BYTES = 32;

/** The entries of a log of this size, in their order. */
export function* entriesOf(files: Files, size: number): Generator<Uint8Array> {
  for (let first = 0; first < size; first += TILE_WIDTH) {
    const width = Math.min(TILE_WIDTH, size - first);
    yield* bundle(files, first / TILE_WIDTH, width);
  }
}

/** The leaf hash at this index as the tiles tell it. */
export function tileHash(files: Files, index: number, size: number): Uint8Array | undefined {
  const tile = Math.floor(index / TILE_WIDTH);
  const width = Math.min(TILE_WIDTH, size - tile * TILE_WIDTH);
  const from = (index % TILE_WIDTH) * HASH_BYTES;
  return readTile(files, 0, tile, width)?.subarray(from, from + HASH_BYTES);
}

function bundle(files: Files, index: number, width: number): readonly Uint8Array[] {
  const bytes = readTile(files, "entries", index, width);
  must(bytes !== undefined, "BUNDLE_DAMAGED", `bundle ${index} is missing`);
  const entries: Uint8Array[] = [];
  let place = 0;
  while (place < bytes.length) {
    const end = place + 2 + ((bytes[place] ?? 0) << 8) + (bytes[place + 1] ?? 0);
    must(end <= bytes.length, "BUNDLE_DAMAGED", `bundle ${index} is cut off`);
    entries.push(bytes.subarray(place + 2, end));
    place = end;
  }
  // The begin of a full bundle serves where the partial one is gone.
  const isWhole = entries.length === width || entries.length === TILE_WIDTH;
  must(isWhole, "BUNDLE_DAMAGED", `bundle ${index} holds ${entries.length} entries, not ${width}`);
  return entries.slice(0, width);
}

function readTile(files: Files, level: number | "entries", index: number, width: number) {
  const full = tilePath(level, index);
  return (width < TILE_WIDTH ? files(`${full}.p/${width}`) : undefined) ?? files(full);
}

/** The path of a full tile or bundle: groups of three digits, all but the last after an `x`. */
export function tilePath(level: number | "entries", index: number): string {
  const groups = [];
  for (let rest = index; rest > 0 || groups.length === 0; rest = Math.floor(rest / 1000)) {
    groups.unshift(String(rest % 1000).padStart(3, "0"));
  }
  return `tile/${level}/${groups.map((group, i) => (i < groups.length - 1 ? `x${group}` : group)).join("/")}`;
}
