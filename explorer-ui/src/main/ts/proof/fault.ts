/** Why a receipt does not hold: stable codes, in the order of the checks (docs/reference/receipts). */
export type Fault =
  | "ENTRY_TOO_LARGE"
  | "PROOF_TOO_LARGE"
  | "PROOF_MALFORMED"
  | "PROOF_EXTRA"
  | "NOTE_TOO_LARGE"
  | "NOTE_MALFORMED"
  | "CHECKPOINT_MALFORMED"
  | "KEY_MALFORMED"
  | "KEY_UNSUPPORTED"
  | "KEY_UNSAFE"
  | "POLICY_MALFORMED"
  | "ORIGIN_UNKNOWN"
  | "SIGNATURE_REPEATED"
  | "SIGNATURE_INVALID"
  | "SIGNATURE_MISSING"
  | "SIGNATURE_UNKNOWN"
  | "QUORUM_NOT_MET"
  | "INDEX_OUT_OF_RANGE"
  | "PROOF_TOO_LONG"
  | "PROOF_TOO_SHORT"
  | "ROOT_DIFFERS";

/** Something from outside was refused. */
export class FaultError<Code extends string = Fault> extends Error {
  readonly code: Code;
  /** The line of the input that is wrong, from 1; 0 if it is no one line. */
  readonly line: number;

  /** The sentence never repeats what was sent. */
  constructor(code: Code, detail: string, line = 0) {
    super(detail);
    this.name = "FaultError";
    this.code = code;
    this.line = line;
  }
}

/** Runs a reader; its fault is told for this line, or so many lines further down. */
export function inLines<T>(where: { at?: number; after?: number }, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof FaultError)) {
      throw error;
    }
    const moved = error.line === 0 ? 0 : error.line + (where.after ?? 0);
    throw new FaultError(error.code as Fault, error.message, where.at ?? moved);
  }
}
