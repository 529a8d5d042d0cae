import { fromBase64, toBase64 } from "../bytes/base64.ts";
import { joined, same } from "../bytes/bytes.ts";
import { toHex } from "../bytes/hex.ts";
import { toUtf8 } from "../bytes/text.ts";
import { holds, isSafePoint } from "./ed25519.ts";
import { FaultError } from "./fault.ts";
import { type Bytes, hashOf } from "./hash.ts";
import type { NoteSignature } from "./note.ts";

/** What a key signs: the text of a note (a log), or time and checkpoint (a witness). */
export type KeyKind = "log" | "witness";

const KINDS = new Map<number, KeyKind>([
  [0x01, "log"],
  [0x04, "witness"],
]);
const KEY_BYTES = 32;
const TIME_BYTES = 8;
const COSIGNATURE_BYTES = TIME_BYTES + 64;
/** The last second of the year 9999: later times have no date that one could print. */
const LATEST = 253_402_300_799n;
/** The spaces of Unicode, written out so that no browser's tables decide what a valid note is. */
const SPACES = /[ \x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/;

/** Whether a key may have this name: not empty, no Unicode space, no control, no plus. */
export function isKeyName(name: string): boolean {
  return (
    name !== "" && !/\p{Surrogate}/u.test(name) && !SPACES.test(name) && !/[+\0-\x1f]/.test(name)
  );
}

/** A public key with its name and kind, which an honest signer can have (C2SP signed-note). */
export interface VerifierKey {
  readonly name: string;
  /** The key ID, eight hexadecimal digits. */
  readonly id: string;
  readonly kind: KeyKind;
  readonly publicKey: Bytes;
  /** The key as it is written: name, ID, and base64 of kind and key. */
  readonly vkey: string;
}

/** A signature that verified, and over what; so that another program can be asked as well. */
export interface VerifiedSignature {
  readonly key: VerifierKey;
  /** When a witness says it signed, in whole seconds since 1970; absent for a log. */
  readonly seconds?: number;
  readonly message: Bytes;
  readonly signature: Bytes;
}

/** Reads a vkey: `name+key ID in hex+base64(kind || key)`. */
export function parseKey(vkey: string): VerifierKey {
  const [name = "", id = "", ...rest] = vkey.split("+");
  const bytes = fromBase64(rest.join("+"));
  if (rest.length === 0) {
    throw malformed("a verifier key has a name, a key ID and a key");
  }
  if (bytes === undefined || bytes.length === 0) {
    throw malformed("the key is not base64 in its canonical form");
  }
  const kind = KINDS.get(bytes[0] ?? 0);
  if (kind === undefined) {
    throw new FaultError("KEY_UNSUPPORTED", `keys of kind ${bytes[0] ?? 0} are not checked`);
  }
  const publicKey = bytes.slice(1);
  if (publicKey.length !== KEY_BYTES) {
    throw malformed("an Ed25519 key has 32 bytes");
  }
  if (!isKeyName(name)) {
    throw malformed("the name of the key is not valid");
  }
  if (!isSafePoint(publicKey)) {
    throw new FaultError("KEY_UNSAFE", "no honest signer has this public key");
  }
  if (id !== toHex(hashOf(toUtf8(name + "\n"), bytes).subarray(0, 4))) {
    throw malformed("the key ID is not that of this name and key");
  }
  return { name, id, kind, publicKey, vkey: `${name}+${id}+${toBase64(bytes)}` };
}

function malformed(detail: string): FaultError {
  return new FaultError("KEY_MALFORMED", detail);
}

/** Whether both are the same public key, under whatever name and kind. */
export function isSameKey(one: VerifierKey, other: VerifierKey): boolean {
  return same(one.publicKey, other.publicKey);
}

/** Checks a signature line that names this key; a fault SIGNATURE_INVALID if it does not hold. */
export function verifyLine(key: VerifierKey, text: string, line: NoteSignature): VerifiedSignature {
  const signed = key.kind === "log" ? logSigned(text, line) : witnessSigned(key, text, line);
  if (!holds(key.publicKey, signed.message, signed.signature)) {
    throw invalid(`the signature of ${key.name} does not verify`);
  }
  return { key, ...signed };
}

function logSigned(text: string, line: NoteSignature): Omit<VerifiedSignature, "key"> {
  return { message: toUtf8(text), signature: line.signature };
}

/** What a witness signs (C2SP tlog-cosignature/v1): a header line, its time and the checkpoint. */
function witnessSigned(
  key: VerifierKey,
  text: string,
  line: NoteSignature,
): Omit<VerifiedSignature, "key"> {
  if (line.signature.length !== COSIGNATURE_BYTES) {
    throw invalid(`a cosignature of ${key.name} has a wrong length`);
  }
  const seconds = new DataView(line.signature.buffer, line.signature.byteOffset).getBigUint64(0);
  if (seconds > LATEST) {
    throw invalid(`a cosignature of ${key.name} has an impossible time`);
  }
  return {
    seconds: Number(seconds),
    message: joined(toUtf8(`cosignature/v1\ntime ${seconds}\n`), toUtf8(text)),
    signature: line.signature.slice(TIME_BYTES),
  };
}

function invalid(detail: string): FaultError {
  return new FaultError("SIGNATURE_INVALID", detail);
}
