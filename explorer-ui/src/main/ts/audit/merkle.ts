import { sha256 } from "@noble/hashes/sha2.js";

/** RFC 6962, section 2.1: the hash of one entry. */
export function leafHash(leaf: Uint8Array): Uint8Array {
  return sha256.create().update(Uint8Array.of(0)).update(leaf).digest();
}

function nodeHash(left: Uint8Array, right: Uint8Array): Uint8Array {
  return sha256.create().update(Uint8Array.of(1)).update(left).update(right).digest();
}

/** RFC 6962, section 2.1: the root over these hashes; of none it is the hash of nothing. */
export function rootOf(hashes: readonly Uint8Array[]): Uint8Array {
  const [first] = hashes;
  if (first === undefined) {
    return sha256(new Uint8Array());
  }
  if (hashes.length === 1) {
    return first;
  }
  let left = 1;
  while (left * 2 < hashes.length) {
    left *= 2;
  }
  return nodeHash(rootOf(hashes.slice(0, left)), rootOf(hashes.slice(left)));
}
