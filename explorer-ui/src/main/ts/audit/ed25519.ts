import { hashes, Point, verify } from "@noble/ed25519";
import { sha512 } from "@noble/hashes/sha2.js";

hashes.sha512 = sha512;

/** Whether the signature verifies under docs/reference/receipts.md, section Ed25519. */
export function signatureHolds(signature: Uint8Array, message: Uint8Array, key: Uint8Array) {
  return (
    signature.length === 64 &&
    isSafePoint(key) &&
    isSafePoint(signature.subarray(0, 32)) &&
    verify(signature, message, key, { zip215: false })
  );
}

/** Whether these bytes are the canonical form of a point of the prime-order group, not 0. */
export function isSafePoint(bytes: Uint8Array): boolean {
  try {
    const point = Point.fromBytes(bytes, false);
    return !point.is0() && point.isTorsionFree();
  } catch {
    return false;
  }
}
