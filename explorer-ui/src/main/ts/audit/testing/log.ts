import { getPublicKey, sign } from "@noble/ed25519";
import { sha256 } from "@noble/hashes/sha2.js";
import { toHex } from "../../bytes/hex.ts";
import { entriesOf, TILE_WIDTH, tilePath, type Files } from "../bundles.ts";
import { leafHash, rootOf } from "../merkle.ts";
import { parsePolicy, type Policy } from "../policy.ts";

/** An object of JSON that a test may change. */
export interface Editable {
  [field: string]: any; // eslint-disable-line @typescript-eslint/no-explicit-any -- tests break it
}

const ORIGIN = "ledger.example/tampered";
const SEED = new Uint8Array(32).fill(7);
const encoder = new TextEncoder();

/** A log whose entries, files and checkpoint a test changes; signed with a key of its own. */
export class LogForTests {
  entries: Uint8Array[];
  readonly files = new Map<string, Uint8Array>();

  constructor(entries: readonly Uint8Array[]) {
    this.entries = [...entries];
  }

  static of(files: Files, size: number): LogForTests {
    return new LogForTests([...entriesOf(files, size)]);
  }

  leaf(index: number): Editable {
    return JSON.parse(new TextDecoder().decode(this.entries[index])) as Editable;
  }

  /** Writes the leaf anew, in canonical form, after the change. */
  edit(index: number, change: (leaf: Editable) => void): void {
    const leaf = this.leaf(index);
    change(leaf);
    this.entries[index] = canonical(leaf);
  }

  /** Writes the leaf's text anew, in whatever form. */
  rewrite(index: number, change: (text: string) => string): void {
    this.entries[index] = encoder.encode(change(new TextDecoder().decode(this.entries[index])));
  }

  /** The first leaf at or behind `from` for which the condition holds; `next` is the one behind. */
  find(condition: (leaf: Editable, next: Editable) => unknown, from = 0): number {
    for (let index = from; index < this.entries.length - 1; index++) {
      if (condition(this.leaf(index), this.leaf(index + 1))) {
        return index;
      }
    }
    throw new Error("no such leaf");
  }

  insert(index: number, leaf: Editable): void {
    this.entries.splice(index, 0, canonical(leaf));
  }

  remove(index: number): void {
    this.entries.splice(index, 1);
  }

  /** Publishes bundles, tiles of leaf hashes and a signed checkpoint of all entries. */
  publish(): void {
    const hashes = this.entries.map(leafHash);
    for (let first = 0; first < hashes.length; first += TILE_WIDTH) {
      const entries = this.entries.slice(first, first + TILE_WIDTH);
      const partial = entries.length < TILE_WIDTH ? `.p/${entries.length}` : "";
      const tile = first / TILE_WIDTH;
      this.files.set(tilePath("entries", tile) + partial, join(entries.map(withLength)));
      const tileHashes = hashes.slice(first, first + TILE_WIDTH);
      this.files.set(tilePath(0, tile) + partial, join(tileHashes));
    }
    this.sign(`${ORIGIN}\n${hashes.length}\n${toBase64(rootOf(hashes))}\n`);
  }

  /** Replaces the checkpoint by this text, signed. */
  sign(text: string): void {
    const signature = toBase64(join([keyId(), sign(encoder.encode(text), SEED)]));
    this.write("checkpoint", `${text}\n— ${ORIGIN} ${signature}\n`);
  }

  checkpoint(): string {
    return new TextDecoder().decode(this.files.get("checkpoint"));
  }

  write(path: string, text: string): void {
    this.files.set(path, encoder.encode(text));
  }

  read: Files = (path) => this.files.get(path);
}

export function testPolicyText(): string {
  const key = join([Uint8Array.of(1), getPublicKey(SEED)]);
  return `log ${ORIGIN}+${toHex(keyId())}+${toBase64(key)}\nquorum none\n`;
}

export function testPolicy(): Policy {
  return parsePolicy(testPolicyText());
}

function keyId(): Uint8Array {
  const name = encoder.encode(`${ORIGIN}\n\u0001`);
  return sha256(join([name, getPublicKey(SEED)])).subarray(0, 4);
}

function canonical(value: Editable): Uint8Array {
  return encoder.encode(JSON.stringify(value, (_, part: unknown) => sorted(part)));
}

function sorted(part: unknown): unknown {
  if (typeof part !== "object" || part === null || Array.isArray(part)) {
    return part;
  }
  return Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)));
}

function withLength(entry: Uint8Array): Uint8Array {
  return join([Uint8Array.of(entry.length >> 8, entry.length & 255), entry]);
}

function join(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let place = 0;
  for (const part of parts) {
    whole.set(part, place);
    place += part.length;
  }
  return whole;
}

export function toBase64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}
