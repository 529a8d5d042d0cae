import { fromDecimal } from "../bytes/text.ts";
import { FaultError } from "./fault.ts";
import { type Bytes, hashFromBase64 } from "./hash.ts";
import { isKeyName } from "./key.ts";

const LINES = 3;

/** The size and root of a log at one moment (C2SP tlog-checkpoint). */
export interface Checkpoint {
  /** The name of the log, which is the name of its key as well. */
  readonly origin: string;
  readonly size: bigint;
  readonly root: Bytes;
}

/** Reads the text of a note: origin, size, root, and no further line. */
export function parseCheckpoint(text: string): Checkpoint {
  const lines = text.slice(0, -1).split("\n");
  const [origin = "", sizeLine = "", rootLine = ""] = lines;
  if (lines.length !== LINES) {
    throw malformed("a checkpoint has three lines", Math.min(lines.length, LINES + 1));
  }
  if (!isKeyName(origin)) {
    throw malformed("the origin is not a valid name of a key", 1);
  }
  const size = fromDecimal(sizeLine);
  if (size === undefined) {
    throw malformed("the size is not a decimal number below 2^63", 2);
  }
  const root = hashFromBase64(rootLine);
  if (root === undefined) {
    throw malformed("the root is not base64 of 32 bytes in its canonical form", 3);
  }
  return { origin, size, root };
}

function malformed(detail: string, line: number): FaultError {
  return new FaultError("CHECKPOINT_MALFORMED", detail, line);
}
