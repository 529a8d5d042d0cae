import { sha256 } from "@noble/hashes/sha2.js";
import { fromBase64 } from "../bytes/base64.ts";
import { joined } from "../bytes/bytes.ts";

export type Bytes = Uint8Array<ArrayBuffer>;

const HASH_BYTES = 32;

/** SHA-256 over all parts, one after the other. */
export function hashOf(...parts: readonly Uint8Array[]): Bytes {
  return Uint8Array.from(sha256(joined(...parts)));
}

/** The hash of a leaf over the exact bytes of its entry (RFC 6962 section 2.1). */
export function leafHash(entry: Uint8Array): Bytes {
  return hashOf(Uint8Array.of(0), entry);
}

/** The hash of the node over its two children. */
export function innerHash(left: Uint8Array, right: Uint8Array): Bytes {
  return hashOf(Uint8Array.of(1), left, right);
}

/** The root of the tree without leaves: the hash of nothing. */
export const EMPTY_ROOT: Bytes = hashOf();

/** Decodes the base64 of a hash; undefined for any other spelling or length. */
export function hashFromBase64(text: string): Bytes | undefined {
  const bytes = fromBase64(text);
  return bytes?.length === HASH_BYTES ? bytes : undefined;
}
