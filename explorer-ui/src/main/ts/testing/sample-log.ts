import { getPublicKey, sign } from "@noble/ed25519";
import { toBase64 } from "../bytes/base64.ts";
import { joined } from "../bytes/bytes.ts";
import { canonical } from "../bytes/canonical.ts";
import { toHex } from "../bytes/hex.ts";
import { isObject, type Json, type JsonObject, parseJson } from "../bytes/json.ts";
import { toUtf8 } from "../bytes/text.ts";
import "../proof/ed25519.ts";
import { type Bytes, hashOf, innerHash, leafHash } from "../proof/hash.ts";

/** A key whose seed is published, so nobody may use it for a log. */
const SEED = hashOf(toUtf8("probe seed"));
export const ORIGIN = "ledger.example/donations/2026";
export const VKEY =
  "ledger.example/donations/2026+f569a8b0+ATmZuQcZCvaRb/AmOD1ruch1LJHwBXPKlTjvtba5shF7";

/** A value for tests: numbers are whole. */
export function json(value: unknown): Json {
  return parseJson(JSON.stringify(value));
}

/** A log that is built entry by entry and signed by the probe key. */
export class SampleLog {
  readonly leaves: Bytes[] = [];

  /** Adds a leaf with this entry; returns its index. */
  add(entry: object, statedBy = "XM-LEPTA-1"): number {
    const leaf = json({
      v: 2,
      at: { block: this.leaves.length, transaction: 0, position: 0, on: "2026-03-01" },
      recordedBy: statedBy,
      through: "batch",
      orgSeq: this.leaves.length + 1,
      entry: { statedBy, ...entry },
    });
    return this.leaves.push(toUtf8(canonical(leaf))) - 1;
  }

  /** The entry at an index. */
  entry(index: number): JsonObject {
    const leaf = parseJson(new TextDecoder().decode(this.leaves[index]));
    const entry = isObject(leaf) ? leaf.get("entry") : undefined;
    if (!isObject(entry)) {
      throw new Error("no entry");
    }
    return entry;
  }

  root(): Bytes {
    return rootOf(this.leaves.map(leafHash));
  }

  /** The signed checkpoint over all entries. */
  checkpoint(origin = ORIGIN): string {
    const text = `${origin}\n${this.leaves.length}\n${toBase64(this.root())}\n`;
    const key = joined(Uint8Array.of(1), getPublicKey(SEED));
    const id = hashOf(toUtf8(origin + "\n"), key).subarray(0, 4);
    const signature = joined(id, sign(toUtf8(text), SEED));
    return `${text}\n\u2014 ${origin} ${toBase64(signature)}\n`;
  }

  /** The path of a leaf to the root, leaf side first. */
  path(index: number): string[] {
    return pathOf(this.leaves.map(leafHash), index).map(toBase64);
  }

  /** The tlog-proof file of a leaf. */
  proof(index: number): string {
    const lines = ["c2sp.org/tlog-proof@v1", `index ${index}`, ...this.path(index), ""];
    return lines.join("\n") + "\n" + this.checkpoint();
  }
}

function split(size: number): number {
  return 2 ** (Math.ceil(Math.log2(size)) - 1);
}

function rootOf(hashes: readonly Bytes[]): Bytes {
  const [first] = hashes;
  if (first === undefined || hashes.length === 1) {
    return first ?? hashOf();
  }
  const at = split(hashes.length);
  return innerHash(rootOf(hashes.slice(0, at)), rootOf(hashes.slice(at)));
}

function pathOf(hashes: readonly Bytes[], index: number): Bytes[] {
  if (hashes.length < 2) {
    return [];
  }
  const at = split(hashes.length);
  const [left, right] = [hashes.slice(0, at), hashes.slice(at)];
  return index < at
    ? [...pathOf(left, index), rootOf(right)]
    : [...pathOf(right, index - at), rootOf(left)];
}

/** The hash of a text with a salt. */
export function textHash(salt: Bytes, text: string): string {
  return toHex(hashOf(toUtf8("lepta/text/v1\0"), salt, toUtf8(text)));
}
