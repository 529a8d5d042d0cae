import { sha256 } from "@noble/hashes/sha2.js";
import { toHex } from "../bytes/hex.ts";
import { Refused, refuse } from "./refused.ts";

/** A key as signed notes name it: https://c2sp.org/signed-note. */
export interface VerifierKey {
  readonly name: string;
  /** The 4 bytes of its id in hexadecimal. */
  readonly id: string;
  readonly kind: number;
  readonly key: Uint8Array;
}

/** One signature line: key name, key id and what follows it. */
export interface Signature {
  readonly name: string;
  readonly id: string;
  readonly bytes: Uint8Array;
}

export interface Note {
  /** The signed text, its last newline included. */
  readonly text: string;
  readonly signatures: readonly Signature[];
}

const MAX_NOTE_BYTES = 128 * 1024;
const MAX_SIGNATURES = 64;
const SIGNATURE_LINE = /^— ([^\s+]+) (\S+)$/u;
const VERIFIER_KEY = /^([^\s+]+)\+([0-9a-f]{8})\+(\S+)$/u;

/** The note in its one form, nothing of it believed yet. */
export function parseNote(bytes: Uint8Array): Note {
  refuse(bytes.length > MAX_NOTE_BYTES, "NOTE_TOO_LARGE");
  const whole = utf8(bytes);
  refuse(/[\u0000-\u0009\u000b-\u001f]/.test(whole), "NOTE_MALFORMED");
  const end = whole.lastIndexOf("\n\n");
  refuse(end < 0 || !whole.endsWith("\n"), "NOTE_MALFORMED");
  const lines = whole.slice(end + 2, -1).split("\n");
  refuse(lines.length > MAX_SIGNATURES, "NOTE_TOO_LARGE");
  return { text: whole.slice(0, end + 1), signatures: lines.map(parseSignature) };
}

function parseSignature(line: string): Signature {
  const [, name, base64] = SIGNATURE_LINE.exec(line) ?? [];
  if (name === undefined || base64 === undefined) {
    throw new Refused("NOTE_MALFORMED");
  }
  const bytes = fromBase64(base64, "NOTE_MALFORMED");
  refuse(bytes.length < 5, "NOTE_MALFORMED");
  return { name, id: toHex(bytes.subarray(0, 4)), bytes: bytes.subarray(4) };
}

/** The key that a vkey names, if its id is that of its name and bytes. */
export function parseVerifierKey(vkey: string): VerifierKey {
  const [, name, id, base64] = VERIFIER_KEY.exec(vkey) ?? [];
  if (name === undefined || id === undefined || base64 === undefined) {
    throw new Refused("KEY_MALFORMED");
  }
  const material = fromBase64(base64, "KEY_MALFORMED");
  const prefix = new TextEncoder().encode(`${name}\n`);
  const hash = sha256.create().update(prefix).update(material).digest();
  refuse(toHex(hash.subarray(0, 4)) !== id, "KEY_MALFORMED");
  return { name, id, kind: material[0] ?? 0, key: material.subarray(1) };
}

/** The bytes of standard base64 with padding, in its one spelling. */
export function fromBase64(text: string, code: string): Uint8Array {
  try {
    const binary = atob(text);
    refuse(btoa(binary) !== text, code);
    return Uint8Array.from(binary, (character) => character.charCodeAt(0));
  } catch {
    throw new Refused(code);
  }
}

function utf8(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new Refused("NOTE_MALFORMED");
  }
}
