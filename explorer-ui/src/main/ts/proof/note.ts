import { fromBase64 } from "../bytes/base64.ts";
import { toHex } from "../bytes/hex.ts";
import { fromUtf8, hasNoControls } from "../bytes/text.ts";
import { FaultError, inLines } from "./fault.ts";
import type { Bytes } from "./hash.ts";
import { isKeyName, type VerifiedSignature, type VerifierKey, verifyLine } from "./key.ts";

/** The longest note: room for 16 signatures of the largest kind that is in use anywhere. */
export const MAX_NOTE_BYTES = 128 * 1024;
const MAX_SIGNATURES = 64;
const LINE_START = "\u2014 ";
const ID_BYTES = 4;

/** One signature line, not verified. */
export interface NoteSignature {
  readonly name: string;
  readonly id: string;
  /** Without the key ID. */
  readonly signature: Bytes;
}

/** A text with its signature lines (C2SP signed-note), not verified. */
export interface SignedNote {
  /** The note as it was read. */
  readonly whole: string;
  /** What is signed, its last newline included. */
  readonly text: string;
  readonly signatures: readonly NoteSignature[];
}

/** Reads a note in its one form. */
export function parseNote(bytes: Uint8Array): SignedNote {
  if (bytes.length > MAX_NOTE_BYTES) {
    throw new FaultError("NOTE_TOO_LARGE", `a note has at most ${MAX_NOTE_BYTES} bytes`);
  }
  const note = fromUtf8(bytes);
  if (note === undefined) {
    throw malformed("a note is UTF-8");
  }
  requireNoControls(note);
  // The text itself may have empty lines, so its end is the last one.
  const end = note.lastIndexOf("\n\n");
  if (end < 0) {
    throw malformed("no empty line stands before the signatures");
  }
  const text = note.slice(0, end + 1);
  return {
    whole: note,
    text,
    signatures: parseSignatures(note.slice(end + 2), newlines(text) + 1),
  };
}

function requireNoControls(note: string): void {
  const line = note.split("\n").findIndex((each) => !hasNoControls(each, ""));
  if (line >= 0) {
    throw malformed("a note has no control character but the newline", line + 1);
  }
}

function parseSignatures(part: string, linesBefore: number): NoteSignature[] {
  if (part === "") {
    throw malformed("the note has no signature", linesBefore);
  }
  if (!part.endsWith("\n")) {
    throw malformed("the last line has no newline", linesBefore + newlines(part) + 1);
  }
  const lines = part.slice(0, -1).split("\n");
  if (lines.length > MAX_SIGNATURES) {
    throw new FaultError("NOTE_TOO_LARGE", `a note has at most ${MAX_SIGNATURES} signatures`);
  }
  return lines.map((line, at) => inLines({ at: linesBefore + at + 1 }, () => parseSignature(line)));
}

function parseSignature(line: string): NoteSignature {
  if (!line.startsWith(LINE_START)) {
    throw malformed("a signature line starts with an em dash and a space");
  }
  const space = line.indexOf(" ", LINE_START.length);
  if (space < 0) {
    throw malformed("a signature line has a name and a signature");
  }
  const name = line.slice(LINE_START.length, space);
  if (!isKeyName(name)) {
    throw malformed("the name of the key is not valid");
  }
  const bytes = fromBase64(line.slice(space + 1));
  if (bytes === undefined) {
    throw malformed("the signature is not base64 in its canonical form");
  }
  if (bytes.length <= ID_BYTES) {
    throw malformed("the signature is too short");
  }
  return { name, id: toHex(bytes.subarray(0, ID_BYTES)), signature: bytes.slice(ID_BYTES) };
}

function newlines(text: string): number {
  return text.split("\n").length - 1;
}

function malformed(detail: string, line = 0): FaultError {
  return new FaultError("NOTE_MALFORMED", detail, line);
}

/** Which signatures of a note verify, and the lines about whose keys nothing is known. */
export interface NoteCheck {
  readonly verified: readonly VerifiedSignature[];
  readonly unknown: readonly NoteSignature[];
}

/** Verifies every signature whose key is known; whether they are enough is the caller's question. */
export function checkNote(note: SignedNote, known: readonly VerifierKey[]): NoteCheck {
  const verified: VerifiedSignature[] = [];
  const unknown: NoteSignature[] = [];
  for (const line of note.signatures) {
    const key = known.findLast((each) => each.name === line.name && each.id === line.id);
    if (key === undefined) {
      unknown.push(line);
    } else if (
      verified.some((earlier) => earlier.key.name === key.name && earlier.key.id === key.id)
    ) {
      throw new FaultError("SIGNATURE_REPEATED", `${key.name} stands in two lines`);
    } else {
      verified.push(verifyLine(key, note.text, line));
    }
  }
  return { verified, unknown };
}
