import { hashes, Point, verify } from "@noble/ed25519";
import { sha512 } from "@noble/hashes/sha2.js";

hashes.sha512 = (message) => Uint8Array.from(sha512(message));

const KEY_BYTES = 32;
const SIGNATURE_BYTES = 64;

/** Whether the bytes are the canonical encoding of a point of the prime-order group, not neutral. */
export function isSafePoint(bytes: Uint8Array): boolean {
  if (bytes.length !== KEY_BYTES) {
    return false;
  }
  try {
    const point = Point.fromBytes(bytes, false);
    return !point.is0() && point.isTorsionFree();
  } catch {
    return false;
  }
}

/**
 * Whether the key has signed the message, by RFC 8032 section 5.1.7 and the rule that key and R are
 * what an honest signer makes (docs/reference/receipts, "Ed25519").
 */
export function holds(key: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  return (
    signature.length === SIGNATURE_BYTES &&
    isSafePoint(key) &&
    isSafePoint(signature.subarray(0, KEY_BYTES)) &&
    verify(signature, message, key, { zip215: false })
  );
}
