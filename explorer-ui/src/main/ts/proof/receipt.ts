import type { Checkpoint } from "./checkpoint.ts";
import { type Fault, FaultError } from "./fault.ts";
import { leafHash } from "./hash.ts";
import type { VerifiedSignature } from "./key.ts";
import { requireInclusion } from "./merkle.ts";
import { checkNote, type NoteSignature, type SignedNote } from "./note.ts";
import { isQuorumMet, keysOf, type Policy } from "./policy.ts";
import { type LogProof, parseProof } from "./tlog-proof.ts";

/** The longest entry (C2SP tlog-tiles: two bytes hold its length). */
export const MAX_ENTRY_BYTES = 65_535;

/** A checkpoint that the log has signed and enough witnesses have cosigned. */
export interface Signed {
  /** The signed note, as it stands in the file. */
  readonly note: string;
  readonly checkpoint: Checkpoint;
  readonly log: VerifiedSignature;
  readonly witnesses: readonly VerifiedSignature[];
  /** Lines of keys that are not known, empty unless they were allowed; they prove nothing. */
  readonly unknown: readonly NoteSignature[];
}

/** What came of verifying a receipt. */
export type Verdict =
  | { readonly state: "proven"; readonly index: bigint; readonly signed: Signed }
  | { readonly state: "unchecked"; readonly origin: string }
  | {
      readonly state: "refused";
      readonly code: Fault;
      readonly line: number;
      readonly detail: string;
    };

/** Whom to believe, and whether signature lines of other keys are overlooked. */
export interface Belief {
  readonly policy: Policy;
  readonly allowUnknownSignatures: boolean;
}

/** Verifies one receipt; any bytes give a verdict. Fails closed. */
export function verifyReceipt(entry: Uint8Array, file: Uint8Array, belief: Belief): Verdict {
  try {
    return verify(entry, file, belief);
  } catch (error) {
    if (error instanceof FaultError) {
      return {
        state: "refused",
        code: error.code as Fault,
        line: error.line,
        detail: error.message,
      };
    }
    throw error;
  }
}

function verify(entry: Uint8Array, file: Uint8Array, belief: Belief): Verdict {
  if (entry.length > MAX_ENTRY_BYTES) {
    throw new FaultError("ENTRY_TOO_LARGE", `an entry has at most ${MAX_ENTRY_BYTES} bytes`);
  }
  const proof = parseProof(file);
  const { origin } = proof.checkpoint;
  if (!knows(belief.policy, origin)) {
    return { state: "unchecked", origin };
  }
  const signed = requireSigned(proof.note, proof.checkpoint, belief);
  requireIn(entry, proof);
  return { state: "proven", index: proof.index, signed };
}

/** Whether a key is known for a log of this name. */
export function knows(policy: Policy, origin: string): boolean {
  return policy.logs.some((key) => key.name === origin);
}

/** Returns only if a known key of the log has signed, and enough witnesses. */
export function requireSigned(note: SignedNote, checkpoint: Checkpoint, belief: Belief): Signed {
  const { policy } = belief;
  const check = checkNote(note, keysOf(policy));
  const log = requireLog(check.verified, checkpoint.origin);
  if (check.unknown.length > 0 && !belief.allowUnknownSignatures) {
    throw new FaultError("SIGNATURE_UNKNOWN", "signature lines name keys that are not known here");
  }
  const witnesses = check.verified.filter((signature) => signature.key.kind === "witness");
  if (!isQuorumMet(policy, witnesses)) {
    throw new FaultError("QUORUM_NOT_MET", `${witnesses.length} witness(es) have cosigned`);
  }
  return { note: note.whole, checkpoint, log, witnesses, unknown: check.unknown };
}

function requireLog(verified: readonly VerifiedSignature[], origin: string): VerifiedSignature {
  const log = verified.find(({ key }) => key.kind === "log" && key.name === origin);
  if (log === undefined) {
    throw new FaultError("SIGNATURE_MISSING", "no known key of the log has signed");
  }
  return log;
}

function requireIn(entry: Uint8Array, { index, path, checkpoint }: LogProof): void {
  requireInclusion(leafHash(entry), index, path, checkpoint.size, checkpoint.root);
}
