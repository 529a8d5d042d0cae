import { same } from "../bytes/bytes.ts";
import { type Bytes, EMPTY_ROOT, innerHash } from "./hash.ts";
import { FaultError } from "./fault.ts";

/** The walk from a node to the root of its tree (RFC 9162 sections 2.1.3 and 2.1.4). */
class Walk {
  #node: bigint;
  #last: bigint;

  constructor(node: bigint, last: bigint) {
    this.#node = node;
    this.#last = last;
  }

  /** One level up, past any on which the right edge has no sibling; says where the sibling is. */
  up(): "left" | "right" {
    if (this.#last === 0n) {
      throw new FaultError("PROOF_TOO_LONG", "the proof goes on above the root");
    }
    const side = (this.#node & 1n) === 1n || this.#node === this.#last ? "left" : "right";
    if (side === "left") {
      while ((this.#node & 1n) === 0n && this.#node !== 0n) {
        this.#step();
      }
    }
    this.#step();
    return side;
  }

  #step(): void {
    this.#node >>= 1n;
    this.#last >>= 1n;
  }

  finish(): void {
    if (this.#last !== 0n) {
      throw new FaultError("PROOF_TOO_SHORT", "the proof ends below the root");
    }
  }
}

/**
 * Returns only if the leaf stands at this index of the tree with this size and root.
 *
 * @param path the siblings on the way to the root, leaf side first
 */
export function requireInclusion(
  leaf: Bytes,
  index: bigint,
  path: readonly Bytes[],
  size: bigint,
  root: Bytes,
): void {
  if (index < 0n || index >= size) {
    throw new FaultError("INDEX_OUT_OF_RANGE", `a tree of ${size} has no leaf ${index}`);
  }
  const walk = new Walk(index, size - 1n);
  let hash = leaf;
  for (const sibling of path) {
    hash = walk.up() === "left" ? innerHash(sibling, hash) : innerHash(hash, sibling);
  }
  walk.finish();
  if (!same(hash, root)) {
    throw new FaultError("ROOT_DIFFERS", "entry and path lead to another root than the signed one");
  }
}

/** A tree at one moment. */
export interface Tree {
  readonly size: bigint;
  readonly root: Bytes;
}

/**
 * Returns only if the newer tree begins with all leaves of the older one, unchanged.
 *
 * @param path the hashes of the proof, deepest first
 */
export function requireConsistency(older: Tree, newer: Tree, path: readonly Bytes[]): void {
  if (older.size < 0n || newer.size < older.size) {
    throw new FaultError("INDEX_OUT_OF_RANGE", "a tree cannot shrink");
  }
  for (const tree of [older, newer]) {
    if (tree.size === 0n && !same(tree.root, EMPTY_ROOT)) {
      throw new FaultError("ROOT_DIFFERS", "the empty tree has another root");
    }
  }
  if (older.size === newer.size || older.size === 0n) {
    requireNothingNew(older, newer, path);
  } else {
    requireExtension(older, newer, path);
  }
}

function requireNothingNew(older: Tree, newer: Tree, path: readonly Bytes[]): void {
  if (path.length > 0) {
    throw new FaultError("PROOF_TOO_LONG", "a proof over nothing has no hashes");
  }
  if (older.size === newer.size && !same(older.root, newer.root)) {
    throw new FaultError("ROOT_DIFFERS", "two roots of one size differ");
  }
}

function requireExtension(older: Tree, newer: Tree, path: readonly Bytes[]): void {
  let skipped = 0n;
  while (((older.size >> skipped) & 1n) === 0n) {
    skipped++;
  }
  // An older tree that is one whole subtree stands before the proof, which leaves it out.
  const whole = older.size === 1n << skipped;
  const [seed, ...rest] = whole && path.length > 0 ? [older.root, ...path] : path;
  if (seed === undefined) {
    throw new FaultError("PROOF_TOO_SHORT", "the proof is empty");
  }
  const walk = new Walk((older.size - 1n) >> skipped, (newer.size - 1n) >> skipped);
  let oldHash = seed;
  let newHash = seed;
  for (const sibling of rest) {
    if (walk.up() === "left") {
      oldHash = innerHash(sibling, oldHash);
      newHash = innerHash(sibling, newHash);
    } else {
      newHash = innerHash(newHash, sibling);
    }
  }
  walk.finish();
  if (!same(oldHash, older.root) || !same(newHash, newer.root)) {
    throw new FaultError("ROOT_DIFFERS", "the proof leads to another root");
  }
}
