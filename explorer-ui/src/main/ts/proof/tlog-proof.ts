import { fromDecimal, fromLatin1 } from "../bytes/text.ts";
import { type Checkpoint, parseCheckpoint } from "./checkpoint.ts";
import { FaultError, inLines } from "./fault.ts";
import { type Bytes, hashFromBase64 } from "./hash.ts";
import { MAX_NOTE_BYTES, parseNote, type SignedNote } from "./note.ts";

/** The longest file. */
export const MAX_PROOF_BYTES = MAX_NOTE_BYTES + 4 * 1024;
/** The longest path: no tree of up to 2^63-1 leaves is higher. */
export const MAX_HASHES = 63;
const HEADER = "c2sp.org/tlog-proof@v1";

/** Where an entry stands, the path to the root, and the signed checkpoint; nothing is verified. */
export interface LogProof {
  readonly index: bigint;
  readonly path: readonly Bytes[];
  readonly note: SignedNote;
  readonly checkpoint: Checkpoint;
}

/** Reads a file in its one form (C2SP tlog-proof); lines of faults are those of the file. */
export function parseProof(file: Uint8Array): LogProof {
  if (file.length > MAX_PROOF_BYTES) {
    throw new FaultError("PROOF_TOO_LARGE", `a proof has at most ${MAX_PROOF_BYTES} bytes`);
  }
  const text = fromLatin1(file);
  const end = text.indexOf("\n\n");
  const head = (end < 0 ? text : text.slice(0, end)).split("\n");
  const index = parseIndex(head);
  const path = parsePath(head);
  if (end < 0) {
    throw malformed(head.length, "no empty line stands before the checkpoint");
  }
  const note = inLines({ after: head.length + 1 }, () => parseNote(file.subarray(end + 2)));
  const checkpoint = inLines({ after: head.length + 1 }, () => parseCheckpoint(note.text));
  return { index, path, note, checkpoint };
}

function parseIndex([header, second = ""]: readonly string[]): bigint {
  if (header !== HEADER) {
    throw malformed(1, `the file does not begin with the line ${HEADER}`);
  }
  if (second === "extra" || second.startsWith("extra ")) {
    throw new FaultError("PROOF_EXTRA", "no signature covers an extra line", 2);
  }
  const index = second.startsWith("index ") ? fromDecimal(second.slice(6)) : undefined;
  if (index === undefined) {
    throw malformed(2, "the index of the entry is not a decimal number below 2^63");
  }
  return index;
}

function parsePath([, , ...lines]: readonly string[]): Bytes[] {
  if (lines.length > MAX_HASHES) {
    throw malformed(3 + MAX_HASHES, `a path has at most ${MAX_HASHES} hashes`);
  }
  return lines.map((line, at) => {
    const hash = hashFromBase64(line);
    if (hash === undefined) {
      throw malformed(at + 3, "the hash is not base64 of 32 bytes in its canonical form");
    }
    return hash;
  });
}

function malformed(line: number, detail: string): FaultError {
  return new FaultError("PROOF_MALFORMED", detail, line);
}
